// Turns text into words that can be compared. Indexing and searching do it the same way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb {

// Words with a digit are codes and versions. They are never stemmed or corrected.
inline bool has_digit(std::string_view folded) {
  return folded.find_first_of("0123456789") != std::string_view::npos;
}

enum class TokenKind {
  word,    // letters, and digits among them
  bigram,  // one or two characters of a script written without spaces
};

struct Token {
  std::string text;       // folded: case, accents, width, ligatures, plain_letter()
  std::size_t begin = 0;  // byte range in the original text
  std::size_t end = 0;
  TokenKind kind = TokenKind::word;

  bool has_digit() const { return kb::has_digit(text); }
};

// How runs of Chinese, Japanese, Korean, Thai and similar characters become tokens. `index` gives every
// character and every bigram, `query` only the bigrams; a lone character stays one.
enum class Bigrams { index, query };

// Words in order. `Café` is `cafe`, `don't` is `dont`, `store's` is `store`, `l'offre` is `offre`, `4.1.2`
// and `c++` stay whole, `wi-fi` is two words. The text must be valid UTF-8.
std::vector<Token> tokenize(std::string_view text, Bigrams bigrams);

// Whether a character may stand inside a word: letters, digits, and marks.
bool is_word_character(char32_t c);

// Width, ligatures and other forms that look alike become one (Unicode's NFKC); case and accents stay.
std::string compatible(std::string_view text);

// The words of the text joined by single blanks, to compare what people typed.
std::string fold(std::string_view text);

// What two searches that are the same have in common: fold(), or of symbols alone the text without blanks
// around it.
std::string fold_search(std::string_view text);

}  // namespace kb
