#include "kb/dictionary/word_pairs.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace kb {
namespace {

std::vector<std::string> named(const std::vector<WordPair>& pairs) {
  std::vector<std::string> names;
  for (const WordPair& pair : pairs)
    if (pair.likelihood > 0.5) names.push_back(pair.first + "=" + pair.second);
  return names;
}

TEST_CASE("word pairs: words that stand in the same texts are each other's") {
  WordPairs words;
  words.add({"return", "box"}, {"devolv", "caj"});
  words.add({"return", "label"}, {"devolv", "etiquet"});
  words.add({"box", "label"}, {"caj", "etiquet"});
  words.add({"box"}, {"caj"});
  auto names = named(words.learn());
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"box=caj", "label=etiquet", "return=devolv"});
}

TEST_CASE("word pairs: names are their own translation, and a pair in one text only is chance") {
  WordPairs words;
  words.add({"robin", "reset"}, {"robin", "restablec"});
  words.add({"robin", "robin"}, {"robin"});
  CHECK(words.learn().empty());
}

TEST_CASE("word pairs: a long text takes no part, and very many do not take long") {
  WordPairs words;
  const auto some = [](const std::string& start, int count) {
    std::vector<std::string> terms;
    for (int i = 0; i < count; ++i) terms.push_back(start + std::to_string(i));
    return terms;
  };
  for (int i = 0; i < 2; ++i) words.add(some("a", 151), some("b", 3));
  CHECK(words.learn().empty());
  for (int i = 0; i < 300; ++i) words.add(some("a", 100), some("b", 100));
  words.add({"box"}, {"caj"});
  words.add({"box"}, {"caj"});
  CHECK(named(words.learn()) == std::vector<std::string>{"box=caj"});
}

}  // namespace
}  // namespace kb
