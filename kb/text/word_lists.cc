#include "kb/text/word_lists.h"

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

}  // namespace kb
