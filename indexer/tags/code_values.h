// The texts in a piece of JavaScript that is plain data: `{title: 'A', list: ['b', "c"]}`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct CodeValue {
  std::vector<std::string> path;  // {"title"}; {"list", "0"} of the first in a list; {} of a lone text
  std::string text;               // also of numbers, true and false
};

// In order. What is computed is passed over, but of JSX (`<b>a</b>`) the text is read. Linear.
std::vector<CodeValue> code_values(std::string_view code);

}  // namespace indexer
