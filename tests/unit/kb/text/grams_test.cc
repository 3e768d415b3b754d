#include "kb/text/grams.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

using Grams = std::vector<std::string>;

TEST_CASE("grams: four letters at a time, with a blank before, between and behind the words") {
  CHECK(letter_grams("pay now") == Grams{" pay", "pay ", "ay n", "y no", " now", "now "});
}

TEST_CASE("grams: a word of two letters fills one, a shorter one none") {
  CHECK(letter_grams("to") == Grams{" to "});
  CHECK(letter_grams("a") == Grams{});
  CHECK(letter_grams("a b") == Grams{" a b", "a b "});
}

TEST_CASE("grams: a part of a number means nothing, so words with a digit have none") {
  CHECK(letter_grams("E1042") == Grams{});
  CHECK(letter_grams("pay E1042 now") == letter_grams("pay now"));
  CHECK(letter_grams(Grams{"mp3player"}) == Grams{});
}

TEST_CASE("grams: texts are folded, words given are taken as they are") {
  CHECK(letter_grams("PAY, Now!") == letter_grams("pay now"));
  CHECK(letter_grams("Café") == letter_grams("cafe"));
  CHECK(letter_grams(Grams{"pay", "now"}) == letter_grams("pay now"));
}

TEST_CASE("grams: letters are counted, not bytes") {
  CHECK(letter_grams(Grams{"яблоко"}) == Grams{" ябл", "ябло", "блок", "локо", "око "});
}

TEST_CASE("grams: none of no text, and none of scripts without spaces, whose words are pairs of letters") {
  for (const std::string_view text : {"", " ", "?!", "42", "黑豹队的防守", "テスト"}) {
    CAPTURE(text);
    CHECK(letter_grams(text).empty());
  }
}

}  // namespace
}  // namespace kb
