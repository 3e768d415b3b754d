#include "kb/text/typed_letters.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "kb/text/language_tag.h"
#include "kb/text/text.h"

namespace kb {

namespace {

struct Letter {
  std::string_view lang;
  std::string_view small;
  std::string_view capital;
  std::string_view pair;
  char folded;
};

// Without what folds to its pair anyway: æ, and ß.
constexpr std::array<Letter, 14> kTypedLetters{{
    {"de", "ä", "Ä", "ae", 'a'},
    {"de", "ö", "Ö", "oe", 'o'},
    {"de", "ü", "Ü", "ue", 'u'},
    {"sv", "å", "Å", "aa", 'a'},
    {"sv", "ä", "Ä", "ae", 'a'},
    {"sv", "ö", "Ö", "oe", 'o'},
    {"da", "å", "Å", "aa", 'a'},
    {"da", "ø", "Ø", "oe", 'o'},
    {"nb", "å", "Å", "aa", 'a'},
    {"nb", "ø", "Ø", "oe", 'o'},
    {"nn", "å", "Å", "aa", 'a'},
    {"nn", "ø", "Ø", "oe", 'o'},
    {"no", "å", "Å", "aa", 'a'},
    {"no", "ø", "Ø", "oe", 'o'},
}};

constexpr std::size_t kMostPairs = 3;  // of one word, which can be read in eight ways; later ones stay

std::vector<Letter> letters_of(std::string_view lang) {
  std::vector<Letter> letters;
  std::copy_if(kTypedLetters.begin(), kTypedLetters.end(), std::back_inserter(letters),
               [&](const Letter& letter) { return letter.lang == base_language(lang); });
  return letters;
}

// In "neue", "Dauer" and "Quelle" the u belongs to the letter before it.
bool may_be_one(std::string_view word, std::size_t at) {
  constexpr std::string_view kBefore = "aeq";
  return word[at] != 'u' || at == 0 || kBefore.find(word[at - 1]) == std::string_view::npos;
}

struct Pair {
  std::size_t at = 0;
  char folded = 0;
};

std::vector<Pair> pairs_of(const std::vector<Letter>& letters, std::string_view word) {
  std::vector<Pair> pairs;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto letter = std::find_if(letters.begin(), letters.end(), [&](const Letter& one) {
      return word.substr(at).starts_with(one.pair) && may_be_one(word, at);
    });
    if (letter != letters.end()) pairs.push_back({at++, letter->folded});
  }
  return pairs;
}

// The word with those pairs as one letter whose bits are set.
std::string read_as(std::string word, const std::vector<Pair>& pairs, std::size_t chosen) {
  for (std::size_t i = pairs.size(); i-- > 0;) {
    if ((chosen >> i & 1) != 0) word.replace(pairs[i].at, 2, 1, pairs[i].folded);
  }
  return word;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

std::vector<std::string> other_spellings(std::string_view lang, std::string_view typed,
                                         std::string_view folded) {
  const std::vector<Letter> letters = letters_of(lang);
  if (letters.empty()) return {};
  std::vector<Pair> pairs = pairs_of(letters, folded);
  pairs.resize(std::min(pairs.size(), kMostPairs));
  std::vector<std::string> spellings;
  for (std::size_t chosen = (1U << pairs.size()) - 1; chosen > 0; --chosen)
    spellings.push_back(read_as(std::string(folded), pairs, chosen));
  std::string in_pairs(typed);
  for (const Letter& letter : letters) {
    in_pairs = replaced(in_pairs, letter.small, letter.pair);
    in_pairs = replaced(in_pairs, letter.capital, letter.pair);
  }
  if (in_pairs != typed) spellings.push_back(fold(in_pairs));
  return spellings;
}

}  // namespace kb
