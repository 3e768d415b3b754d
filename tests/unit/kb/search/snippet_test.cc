#include "kb/search/snippet.h"

#include <doctest/doctest.h>

#include <map>

#include "kb/text/text.h"

namespace kb {
namespace {

using Weights = std::map<std::string, double, std::less<>>;

// The snippet as one line, matches in brackets.
std::string shown(std::string_view text, const Weights& weights, std::size_t max_letters = 200) {
  const auto weight = [&](std::string_view word) {
    const auto found = weights.find(word);
    return found == weights.end() ? 0 : found->second;
  };
  std::string line;
  for (const SnippetPart& part : make_snippet(text, weight, max_letters))
    line += part.match ? "[" + part.text + "]" : part.text;
  return line;
}

TEST_CASE("snippet: a short text is shown whole, its punctuation too") {
  CHECK(shown("(Reset your password.)", {{"password", 1}}) == "(Reset your [password].)");
  CHECK(shown("password", {{"password", 1}}) == "[password]");
  CHECK(shown("Reset it", {}) == "Reset it");
  CHECK(shown("a\nb", {}) == "a b");
}

TEST_CASE("snippet: a text without words has none") {
  CHECK(shown("", {{"a", 1}}).empty());
  CHECK(shown(" ... ", {{"a", 1}}).empty());
}

TEST_CASE("snippet: matches are marked as written, whatever their form") {
  CHECK(shown("The Café's l'offre and C++", {{"cafe", 1}, {"offre", 1}, {"c++", 1}}) ==
        "The [Café's] l'[offre] and [C++]");
}

TEST_CASE("snippet: without a match it is the beginning") {
  CHECK(shown("one two three four five six", {}, 13) == "one two three …");
}

TEST_CASE("snippet: it begins a few words before the first match") {
  CHECK(shown("a b c d e f g h match i j k l m n", {{"match", 1}}, 19) == "… e f g h [match] i j k …");
}

TEST_CASE("snippet: the window with the most different words is shown") {
  const std::string text = "apple apple apple apple and then a long way further on apple with pear";
  CHECK(shown(text, {{"apple", 1}, {"pear", 1}}, 30) == "… further on [apple] with [pear]");
}

TEST_CASE("snippet: a word that is worth more wins over two that are worth less") {
  CHECK(shown("the my x x x x x x x x x x refund", {{"the", 0.1}, {"my", 0.1}, {"refund", 2}}, 14) ==
        "… x x x x [refund]");
}

TEST_CASE("snippet: letters are counted, not bytes") {
  CHECK(shown("äää ööö üüü ßßß", {}, 11) == "äää ööö üüü …");
}

TEST_CASE("snippet: a word longer than the window is shown whole") {
  CHECK(shown(std::string(50, 'x') + " y", {}, 10) == std::string(50, 'x') + " …");
}

TEST_CASE("snippet: overlapping pairs of characters are one mark") {
  CHECK(shown("この充電器は良い", {{"充电", 1}, {"电器", 1}}) == "この[充電器]は良い");
}

TEST_CASE("snippet: a lone character is marked inside a run") {
  CHECK(shown("熱い水です", {{"水", 1}}) == "熱い[水]です");
}

TEST_CASE("snippet: parts alternate and their text is all there is") {
  const std::string text = "match match, no match";
  const auto parts = make_snippet(text, [](std::string_view word) { return word == "match" ? 1.0 : 0.0; });
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    all += parts[i].text;
    if (i > 0) CHECK(parts[i].match != parts[i - 1].match);
  }
  CHECK(all == text);
}

}  // namespace
}  // namespace kb
