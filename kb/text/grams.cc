#include "kb/text/grams.h"

#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr std::size_t kLetters = 4;

}  // namespace

std::vector<std::string> letter_grams(const std::vector<std::string>& folded_words) {
  std::string line = " ";
  for (const std::string& word : folded_words) {
    if (!has_digit(word)) line += word + " ";
  }
  std::vector<std::size_t> starts;  // of every code point, and the end
  for (std::size_t at = 0; at < line.size(); next_code_point(line, at)) starts.push_back(at);
  starts.push_back(line.size());
  std::vector<std::string> grams;
  for (std::size_t i = 0; i + kLetters < starts.size(); ++i)
    grams.push_back(line.substr(starts[i], starts[i + kLetters] - starts[i]));
  return grams;
}

std::vector<std::string> letter_grams(std::string_view text) {
  std::vector<std::string> words;
  for (Token& token : tokenize(text, Bigrams::query)) {
    if (token.kind == TokenKind::word) words.push_back(std::move(token.text));
  }
  return letter_grams(words);
}

}  // namespace kb
