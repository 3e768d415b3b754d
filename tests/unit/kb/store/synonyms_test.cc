#include "kb/store/synonyms.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

// A stemmer that shows: it drops a final s.
std::string stem(std::string_view word) {
  return std::string(word.ends_with('s') ? word.substr(0, word.size() - 1) : word);
}

std::string joined(const std::vector<std::string>& terms) {
  std::string all;
  for (const std::string& term : terms) all += (all.empty() ? "" : " ") + term;
  return all;
}

// "money back>refund; ..." of those beginning with the term.
std::string shown(const Synonyms& synonyms, const std::string& term) {
  std::string all;
  for (const Synonym& synonym : synonyms.beginning_with(term)) {
    all += (all.empty() ? "" : "; ") + joined(synonym.from) + ">" + joined(synonym.to);
  }
  return all;
}

TEST_CASE("synonyms: every word of a group stands for every other, never for itself") {
  const Synonyms synonyms({{{"sofa", "couch", "settee"}, {"sofa", "couch", "settee"}}}, stem);
  CHECK(shown(synonyms, "sofa") == "sofa>couch; sofa>settee");
  CHECK(shown(synonyms, "couch") == "couch>sofa; couch>settee");
  CHECK(shown(synonyms, "settee") == "settee>sofa; settee>couch");
}

TEST_CASE("synonyms: a one-way rule leads one way") {
  const Synonyms synonyms({{{"tv"}, {"television", "screen"}}}, stem);
  CHECK(shown(synonyms, "tv") == "tv>television; tv>screen");
  CHECK(shown(synonyms, "television").empty());
}

TEST_CASE("synonyms: several words are looked up by their first term") {
  const Synonyms synonyms({{{"Money back", "moneys"}, {"Refunds & returns"}}}, stem);
  CHECK(shown(synonyms, "money") == "money back>refund return; money>refund return");
  CHECK(shown(synonyms, "back").empty());
}

TEST_CASE("synonyms: terms are folded and stemmed, what is shown is as written") {
  const Synonyms synonyms({{{"Cafés"}, {"Coffee Shops"}}}, stem);
  const auto& found = synonyms.beginning_with("cafe");
  REQUIRE(found.size() == 1);
  CHECK(found[0].to == std::vector<std::string>{"coffee", "shop"});
  CHECK(found[0].shown == "Coffee Shops");
}

TEST_CASE("synonyms: spellings of the same terms and texts without a word are no synonyms") {
  const Synonyms synonyms({{{"order", "Orders", "?!"}, {"order", "Orders", ""}}}, stem);
  CHECK(shown(synonyms, "order").empty());
  CHECK(shown(synonyms, "").empty());
}

TEST_CASE("synonyms: without rules there are none") {
  CHECK(Synonyms().beginning_with("order").empty());
  CHECK(Synonyms({}, stem).beginning_with("").empty());
}

}  // namespace
}  // namespace kb
