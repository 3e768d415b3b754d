#include "kb/text/typed_letters.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kb/text/text.h"

namespace kb {
namespace {

bool may_be(std::string_view lang, std::string_view typed, std::string_view word) {
  const auto spellings = other_spellings(lang, typed, fold(typed));
  return std::find(spellings.begin(), spellings.end(), fold(word)) != spellings.end();
}

TEST_CASE("typed letters: two letters may stand for one of the language") {
  CHECK(may_be("de", "ueberweisen", "überweisen"));
  CHECK(may_be("de", "Groesse", "Größe"));
  CHECK(may_be("de-at", "Oel", "Öl"));
  CHECK(may_be("de", "aktuellerueberblick", "aktuellerüberblick"));
  CHECK(may_be("sv", "loesenord", "lösenord"));
  CHECK(may_be("sv", "aater", "åter"));
  CHECK(may_be("da", "koeb", "køb"));
  CHECK(may_be("nb", "paa", "på"));
}

TEST_CASE("typed letters: one letter may be written as two") {
  CHECK(may_be("de", "Überweisung", "Ueberweisung"));
  CHECK(may_be("de", "größe", "groesse"));
  CHECK(may_be("da", "Århus", "Aarhus"));
}

TEST_CASE("typed letters: other languages, and other pairs, have no second reading") {
  CHECK(other_spellings("en", "blue", "blue").empty());
  CHECK(other_spellings("de", "neue", "neue").empty());
  CHECK(other_spellings("de", "quelle", "quelle").empty());
  CHECK(other_spellings("fi", "paa", "paa").empty());
  CHECK(other_spellings("de", "", "").empty());
}

TEST_CASE("typed letters: a long word has few readings") {
  std::string word;
  for (int i = 0; i < 500; ++i) word += "oe";
  CHECK(other_spellings("de", word, word).size() == 7);
}

}  // namespace
}  // namespace kb
