// Changes within a line that leave code, escapes and comments alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct Replacement {
  std::size_t size = 0;  // bytes of the line that it takes the place of, at least 1
  std::string text;
};

// Asked at each place of a line that is text: `rest` begins there, `before` ends there.
using InlineReader =
    std::function<std::optional<Replacement>(std::string_view rest, std::string_view before)>;

// Places in code spans, behind a backslash and in HTML comments are passed over, and so is what was replaced.
std::string rewrite_inline(std::string_view line, const InlineReader& read);

// Bytes of the code span or comment that `rest` begins with, on this line; 0 when there is none.
std::size_t code_or_comment(std::string_view rest);

}  // namespace indexer
