// Lists of words that are part of the program, one text of many words for each language.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kb {

struct WordList {
  std::string_view lang;
  std::string_view words;  // between them blanks and line breaks; the last one is a line break
};

std::vector<std::string_view> words_of(const WordList& list);

using WordSet = std::unordered_set<std::string_view>;

WordSet word_set(const WordList& list);

// The lists of all languages, to look words up in.
class WordTable {
 public:
  // Requires: the texts outlive this.
  explicit WordTable(std::span<const WordList> lists);

  // "pt-br" has the list of "pt". nullptr for a language without one.
  const WordSet* of(std::string_view lang) const;

 private:
  std::map<std::string_view, WordSet> sets_;
};

}  // namespace kb
