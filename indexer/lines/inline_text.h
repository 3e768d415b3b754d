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

// The same, and what `read` does not take of tags, addresses, targets of links and templates' braces is
// passed over, too.
std::string rewrite_prose(std::string_view line, const InlineReader& read);

// Bytes of the code span or comment that `rest` begins with, on this line; 0 when there is none.
std::size_t code_or_comment(std::string_view rest);

// Finds the next place of a text in a line, from places that never go back: all searches together read the
// line once.
class NextPlace {
 public:
  NextPlace(std::string_view line, std::string_view text) : line_(line), text_(text) {}
  std::size_t from(std::size_t at);  // npos when there is none

 private:
  std::string_view line_;  // both outlive this
  std::string_view text_;
  std::size_t next_ = 0;
  bool is_known_ = false;
};

}  // namespace indexer
