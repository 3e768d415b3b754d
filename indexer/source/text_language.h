// Which language a text is in, by its letters and its commonest words. Good enough to tell a folder of
// Turkish articles from one about the company's TR department; not for single sentences.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace indexer {

class TextLanguage {
 public:
  // More of the text. Front matter, code, HTML tags and addresses are passed over. Only the first
  // kMostLetters count.
  void add(std::string_view markdown);

  // "ja"; "" when it cannot be told.
  std::string likely() const;

  enum class Answer { yes, no, unsure };
  // `code`: "pt" or "pt-BR"; only its language counts.
  Answer is(std::string_view code) const;

  static constexpr int kMostLetters = 40'000;

 private:
  void add_word(const std::string& word);
  void add_letter(char32_t letter);
  std::map<std::string, double> shares() const;  // language -> share of words (or letters) that are its own

  int letters_ = 0;
  int words_ = 0;
  std::map<std::string, int> own_letters_;                  // language whose script it is -> letters
  std::map<std::string, int> own_words_;                    // language -> words that are common in it
  std::map<std::string, std::set<std::string>> different_;  // the same, each once
};

}  // namespace indexer
