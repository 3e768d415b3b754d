#include "kb/store/vocabulary.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

std::string joined(std::string words, const Vocabulary::Word& word) {
  return words.empty() ? word.text : words + " " + word.text;
}

std::string texts(std::span<const Vocabulary::Word> words) {
  std::string found;
  for (const auto& word : words) found = joined(found, word);
  return found;
}

std::string texts(const std::vector<const Vocabulary::Word*>& words) {
  std::string found;
  for (const auto* word : words) found = joined(found, *word);
  return found;
}

TEST_CASE("vocabulary: it comes back from its file as it was") {
  const Vocabulary words({{"cafe", 3}, {"c++", 4'000'000'000}, {"4.1.2", 1}, {"größe", 2}});
  CHECK(words.encode() == "4.1.2 1\nc++ 4000000000\ncafe 3\ngröße 2\n");
  const Vocabulary read = Vocabulary::decode(words.encode());
  CHECK(read.encode() == words.encode());
  REQUIRE(read.find("c++"));
  CHECK(read.find("c++")->articles == 4'000'000'000);
  CHECK(texts(read.nearest("caffe", 1, 1)) == "cafe");
}

TEST_CASE("vocabulary: an empty file is an empty one, and a last line needs no newline") {
  CHECK(Vocabulary().encode().empty());
  CHECK(Vocabulary::decode("").with_prefix("").empty());
  CHECK(Vocabulary::decode("a 1\nb 2").with_prefix("").size() == 2);
  CHECK(Vocabulary::decode("\nb 2\n\n").with_prefix("").size() == 1);
}

TEST_CASE("vocabulary: only the whole word is found") {
  const Vocabulary words({{"order", 1}, {"orders", 2}});
  CHECK(words.find("orders")->articles == 2);
  for (const std::string_view missing : {"", "ord", "orderss", "Order", "zebra"})
    CHECK(words.find(missing) == nullptr);
  CHECK(Vocabulary().find("a") == nullptr);
}

TEST_CASE("vocabulary: the words that begin so, in order") {
  const Vocabulary words({{"order", 1}, {"orders", 1}, {"ordnance", 1}, {"other", 1}, {"öl", 1}});
  CHECK(texts(words.with_prefix("ord")) == "order orders ordnance");
  CHECK(texts(words.with_prefix("orders")) == "orders");
  CHECK(texts(words.with_prefix("ö")) == "öl");
  CHECK(words.with_prefix("x").empty());
  CHECK(words.with_prefix("").size() == 5);
  CHECK(Vocabulary().with_prefix("a").empty());
}

TEST_CASE("vocabulary: words that begin nearly so, those in most articles first") {
  const Vocabulary words({{"warranty", 2}, {"warranties", 5}, {"warn", 9}, {"garantie", 1}, {"warra1", 1}});
  CHECK(texts(words.begun_nearly("waran", 10)) == "warn warranties warranty");
  CHECK(texts(words.begun_nearly("waran", 1)) == "warn");
  CHECK(texts(words.begun_nearly("warsan", 10)) == "warranties warranty");
  CHECK(texts(words.begun_nearly("xarran", 10)) == "");
  CHECK(texts(words.begun_nearly("warzzan", 10)) == "");
}

TEST_CASE("vocabulary: the nearest come first, then those in most articles, then by the alphabet") {
  const Vocabulary words({{"password", 1},
                          {"passwords", 90},
                          {"passwort", 90},
                          {"passworth", 3},
                          {"passworts", 3},
                          {"sword", 100}});
  CHECK(texts(words.nearest("passwrod", 2, 10)) == "password passwords passwort");
  CHECK(texts(words.nearest("passwortd", 1, 10)) == "passwort passworth passworts password");
  CHECK(texts(words.nearest("passwortd", 1, 2)) == "passwort passworth");
  CHECK(words.nearest("passwortd", 1, 0).empty());
  CHECK(words.nearest("passwortd", 0, 10).empty());
  CHECK(words.nearest("unrelated", 2, 10).empty());
}

TEST_CASE("vocabulary: words with a digit are never offered") {
  const Vocabulary words({{"e1042", 9}, {"4.1.2", 9}, {"order1", 9}});
  CHECK(words.nearest("e1043", 2, 10).empty());
  CHECK(words.nearest("order", 1, 10).empty());
}

TEST_CASE("vocabulary: one edit is one letter, however many bytes it has") {
  const Vocabulary words({{"мост", 1}, {"größe", 1}, {"λάθος", 1}, {"नमस्ते", 1}, {"aaaa", 1}});
  CHECK(texts(words.nearest("моз"
                            "т",
                            1, 10)) == "мост");
  CHECK(texts(words.nearest("grhße", 1, 10)) == "größe");
  CHECK(texts(words.nearest("λάθοᾳ", 1, 10)) == "λάθος");
  CHECK(texts(words.nearest("नमस्त", 1, 10)) == "नमस्ते");
  CHECK(texts(words.nearest("aa\U0001D7CA"
                            "a",
                            1, 10)) == "aaaa");
}

// The bounds that spare us the table must never lose a word.
TEST_CASE("vocabulary: every single edit of a word leads back to it") {
  for (const std::string_view word : {"order", "заказ", "größen", "κωδικός"}) {
    const Vocabulary words({{std::string(word), 1}});
    std::vector<std::string> letters;
    for (const auto byte : word) {
      if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) letters.emplace_back();
      letters.back() += byte;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
      for (const std::string other : {"", "x", "т", "ё", "水", "\U0001F600"}) {
        std::vector<std::string> replaced = letters;
        replaced[i] = other;
        std::vector<std::string> inserted = letters;
        inserted.insert(inserted.begin() + static_cast<std::ptrdiff_t>(i), other);
        for (const auto& typed : {replaced, inserted}) {
          std::string text;
          for (const auto& letter : typed) text += letter;
          CAPTURE(text);
          CHECK(texts(words.nearest(text, 1, 1)) == word);
        }
      }
    }
  }
}

TEST_CASE("vocabulary: a number finds the words that have it with few letters on one side") {
  const Vocabulary words({{"1042", 1},
                          {"10421", 1},
                          {"e1042", 1},
                          {"1042x", 1},
                          {"xe1042", 1},
                          {"abcde1042", 1},
                          {"e1042x", 1},
                          {"e10.1042", 1},
                          {"e21042", 1},
                          {"v4.2", 1}});
  CHECK(texts(words.with_number("1042", 4)) == "1042x e1042 xe1042");
  CHECK(texts(words.with_number("1042", 1)) == "1042x e1042");
  CHECK(texts(words.with_number("4.2", 4)) == "v4.2");
  CHECK(words.with_number("042", 4).empty());
  CHECK(words.with_number("9", 4).empty());
}

}  // namespace
}  // namespace kb
