// Lists of words that are part of the program, one text of many words for each language.
#pragma once

#include <string_view>
#include <vector>

namespace kb {

struct WordList {
  std::string_view lang;
  std::string_view words;  // between them blanks and line breaks; the last one is a line break
};

std::vector<std::string_view> words_of(const WordList& list);

}  // namespace kb
