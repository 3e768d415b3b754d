#include "kb/words/word_lists.h"

#include "kb/text/language_tag.h"

namespace kb {

std::vector<std::string_view> words_of(const WordList& list) {
  constexpr std::string_view kBetween = " \n";
  std::vector<std::string_view> words;
  for (auto at = list.words.find_first_not_of(kBetween); at != std::string_view::npos;) {
    const auto end = list.words.find_first_of(kBetween, at);
    words.push_back(list.words.substr(at, end - at));
    at = list.words.find_first_not_of(kBetween, end);
  }
  return words;
}

WordSet word_set(const WordList& list) {
  const auto words = words_of(list);
  return {words.begin(), words.end()};
}

WordTable::WordTable(std::span<const WordList> lists) {
  for (const WordList& list : lists) sets_.emplace(list.lang, word_set(list));
}

const WordSet* WordTable::of(std::string_view lang) const {
  const auto found = sets_.find(base_language(lang));
  return found == sets_.end() ? nullptr : &found->second;
}

}  // namespace kb
