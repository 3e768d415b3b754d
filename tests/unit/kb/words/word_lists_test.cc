#include "kb/words/word_lists.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

constexpr WordList kTwo[] = {{"en", "\none two\nthree\n"}, {"pt", "\num\n"}};

TEST_CASE("word lists: words stand between blanks and line breaks") {
  CHECK(words_of(kTwo[0]) == std::vector<std::string_view>{"one", "two", "three"});
  CHECK(word_set(kTwo[0]) == WordSet{"one", "three", "two"});
  CHECK(words_of({"en", "\n"}).empty());
}

TEST_CASE("word lists: a table has the list of a language, and of its countries") {
  const WordTable table(kTwo);
  REQUIRE(table.of("pt-br") != nullptr);
  CHECK(*table.of("pt-br") == WordSet{"um"});
  CHECK(table.of("en")->contains("two"));
  CHECK(table.of("de") == nullptr);
  CHECK(table.of("") == nullptr);
}

}  // namespace
}  // namespace kb
