#include "kb/dictionary/dictionary.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

TEST_CASE("dictionary: what is written is read again, in order") {
  Dictionary dictionary;
  dictionary.add("en", {{"devolv", {"return", "send"}}, {"caj", {"box"}}});
  dictionary.add("de", {{"caj", {"karton"}}});
  dictionary.add("fr", {});
  const std::string text = "de\tcaj\tkarton\nen\tcaj\tbox\nen\tdevolv\treturn send\n";
  CHECK(dictionary.encode() == text);
  CHECK(Dictionary::decode(text).encode() == text);
  CHECK(Dictionary::decode(text).translations("en", "devolv") == std::vector<std::string>{"return", "send"});
  CHECK(dictionary.translations("fr", "caj").empty());
  CHECK(dictionary.translations("en", "unknown").empty());
  CHECK(Dictionary::decode("").empty());
}

TEST_CASE("dictionary: what nobody writes is refused") {
  const std::string damaged = "the index holds an unreadable dictionary\nbuild the content again";
  for (const char* text : {"a", "\n", "en\n", "en\ta\n", "en\ta\t\n", "\ta\tb\n", "en\t\tb\n",
                           "en\ta\tb  c\n", "en\ta\tb c d e\n", "en\ta\tb\nen\ta\tb\n"})
    CHECK(error_of([&] { Dictionary::decode(text); }) == damaged);
}

}  // namespace
}  // namespace kb
