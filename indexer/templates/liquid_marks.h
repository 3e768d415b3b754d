// The marks by which a template decides what a text shows: `{{ x }}`, `{% assign %}`, `{% capture %}`, `{% if
// %}`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/lines/lines.h"

namespace indexer {

inline constexpr std::size_t kNoMark = static_cast<std::size_t>(-1);

enum class MarkRole { value, include, assign, open, branch, close };

struct LiquidMark {
  MarkRole role = MarkRole::value;
  std::size_t line = 0;
  std::size_t begin = 0;
  std::size_t size = 0;
  std::string word;               // "if"; of a closing one that of the opening one
  std::string body;               // what stands behind it
  std::size_t partner = kNoMark;  // of an opening one the closing one, and the other way round
};

// In order. Code and what stands in `{% raw %}` is passed over. Linear.
std::vector<LiquidMark> find_liquid_marks(const Lines& lines);

bool is_name_sign(char c);

// The name that `text` begins with: "x" of "x | upcase"; "" when it begins with none.
std::string_view liquid_name(std::string_view text);

}  // namespace indexer
