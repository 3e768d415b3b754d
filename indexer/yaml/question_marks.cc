#include "indexer/yaml/question_marks.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr char kHidden = '\xF8';

// Whether the '?' at `at` stands where a value may begin, with a blank behind it.
bool may_begin_key(std::string_view text, std::size_t at) {
  if (at + 1 < text.size() && !kb::is_space(text[at + 1])) return false;
  const auto before = text.substr(0, at).find_last_not_of(kb::kBlanks);
  if (before == std::string_view::npos || text[before] == '\n') return true;
  const std::string_view signs = before + 1 < at ? "[{,-:?" : "[{,";
  return signs.find(text[before]) != std::string_view::npos;
}

}  // namespace

std::string hide_question_marks(std::string_view text) {
  std::string hidden(text);
  for (auto at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    if (!may_begin_key(text, at)) hidden[at] = kHidden;
  }
  return hidden;
}

std::string show_question_marks(std::string text) {
  std::replace(text.begin(), text.end(), kHidden, '?');
  return text;
}

}  // namespace indexer
