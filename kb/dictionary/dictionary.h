// What the words of one language are in the site's other languages, as the site's own translations teach it.
// Immutable, shared by all threads.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kb {

class Dictionary {
 public:
  // The terms that a term may be in another language, the likeliest first; at most kMostTranslations.
  using Translations = std::unordered_map<std::string, std::vector<std::string>>;

  // Empty when the term is not known. `lang` is the language to translate to.
  const std::vector<std::string>& translations(std::string_view lang, const std::string& term) const;

  bool empty() const { return languages_.empty(); }
  // Leaves out a language without a word.
  void add(const std::string& lang, Translations translations);

  // A line for each term of each language: the language, the term, its translations.
  std::string encode() const;
  // Throws Error when the text is not what encode() writes.
  static Dictionary decode(std::string_view text);

 private:
  std::map<std::string, Translations, std::less<>> languages_;
};
inline constexpr std::size_t kMostTranslations = 3;

}  // namespace kb
