// Symbols that people search for: operators ("->", "%"), names with signs before them ("--force", ".env",
// "#general"), emoji.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct Symbol {
  std::string text;       // width and colour of skin folded; a name folded as words are
  std::size_t begin = 0;  // byte range in the original text
  std::size_t end = 0;
  bool named = false;  // signs and the word that they stand before
  bool alone = false;  // no word touches it
};

// The symbols of a text in order of their begin. What only ends or joins sentences and words is none: quotes,
// brackets, commas, the marks behind a word, a hyphen. The text must be valid UTF-8.
std::vector<Symbol> symbols_of(std::string_view text);

}  // namespace kb
