// Weights of neighbours and phrases, compared with the positions that are stored. Xapian 1.4.22 counts some
// that are not there when three or more stand in an OR under one filter.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "kb/query/match.h"
#include "kb/query/match_query.h"
#include "kb/search/attempt.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

using Positions = std::vector<Xapian::termpos>;
using Terms = std::vector<std::string>;

Positions positions(const Xapian::Database& database, Xapian::docid document, const std::string& term) {
  return {database.positionlist_begin(document, term), database.positionlist_end(document, term)};
}

// In either order, with at most one position between them.
bool are_neighbours(const Positions& some, const Positions& others) {
  return std::any_of(some.begin(), some.end(), [&](Xapian::termpos a) {
    return std::any_of(others.begin(), others.end(),
                       [&](Xapian::termpos b) { return a != b && std::max(a, b) - std::min(a, b) <= 2; });
  });
}

// What a query is worth in the document when it is asked alone.
double alone(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
             Xapian::docid document) {
  const Scores scores = scores_of(match(database, query, settings, database.get_doccount()));
  const auto found = scores.find(document);
  return found == scores.end() ? 0 : found->second;
}

class PositionsFixture : public SearchFixture {
 public:
  // The sum over all pairs of words in a row that are neighbours in the head.
  static double pairs_by_positions(const LanguageIndex& index, const Terms& words, Xapian::docid document) {
    double sum = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const Terms two{words[i - 1], words[i]};
      if (!are_neighbours(positions(index.heads, document, two[0]), positions(index.heads, document, two[1])))
        continue;
      sum += alone(index.heads, {Xapian::Query::OP_NEAR, two.begin(), two.end(), 3}, kHeadBm25, document);
    }
    return sum;
  }
};

TEST_CASE_FIXTURE(PositionsFixture,
                  "positions: pairs count where words are neighbours in the head, nowhere else") {
  add("a", "Blue red red grey", "");
  add("b", "Gold green", "").category = "shop";
  add("c", "Red green blue blue blue grey", "").category = "shop";
  add("d", "Gold green red grey green green", "");
  const Snapshot::Lease lease = snapshot().lease("en");
  for (const std::string category : {"shop", ""}) {
    CAPTURE(category);
    const ParsedQuery parsed = parse(*lease, "red blue green gold grey ");
    const Ranking ranking =
        rank(*lease, parsed, expand(*lease, parsed, Expansion::usual), {.category = category});
    CHECK(ranking.articles.size() == (category.empty() ? 4 : 2));
    for (const Scored& article : ranking.articles) {
      CAPTURE(article.document);
      const double sum =
          pairs_by_positions(*lease, {"red", "blue", "green", "gold", "grey"}, article.document);
      CHECK(sum > 0);
      CHECK(article.pairs == doctest::Approx(0.1 * sum));
    }
  }
}

// A synonym of several words is a phrase. It never stands in the OR itself but in the synonyms of a word,
// where Xapian counts it right under any filter.
TEST_CASE_FIXTURE(PositionsFixture,
                  "positions: synonyms of several words count alike under filters and alone") {
  site.synonyms["en"] = {{{"alpha"}, {"red blue", "blue green", "green gold"}},
                         {{"beta"}, {"gold grey", "grey red", "blue red"}},
                         {{"gamma"}, {"red green", "gold blue", "grey grey"}}};
  const std::vector<std::string> words{"red", "blue", "green", "gold", "grey"};
  for (unsigned i = 0; i < 24; ++i) {
    std::string text;
    for (unsigned j = 0; j < 9; ++j) text += words[(i * 7 + j * j * (i % 4 + 1) + j) % 5] + " ";
    add("a" + std::to_string(100 + i), "Title", text).category = i % 3 == 0 ? "shop" : "";
  }
  const Snapshot::Lease lease = snapshot().lease("en");
  const ParsedQuery parsed = parse(*lease, "alpha beta gamma ");
  const ExpandedQuery expanded = expand(*lease, parsed, Expansion::usual);
  std::map<Xapian::docid, double> sums;
  for (const ExpandedWord& word : expanded.words) {
    REQUIRE(word.instead.size() == 3);
    for (const Xapian::docid document : {1U, 4U, 7U, 10U, 13U, 16U, 19U, 22U})
      sums[document] += alone(lease->articles, any_word({{word}, {}}, StopWords::keep), kTextBm25, document);
  }
  const Ranking ranking = rank(*lease, parsed, expanded, {.category = "shop"});
  const Scores sections = scores_among(lease->sections, any_word(expanded, StopWords::keep), kTextBm25,
                                       {1, 4, 7, 10, 13, 16, 19, 22});
  CHECK(ranking.articles.size() == 8);
  CHECK(sections.size() == 8);
  for (const Scored& article : ranking.articles) {
    CAPTURE(article.document);
    CHECK(article.text == doctest::Approx(sums.at(article.document)));
  }
  for (const auto& [section, score] : sections)
    CHECK(score ==
          doctest::Approx(alone(lease->sections, any_word(expanded, StopWords::keep), kTextBm25, section)));
}

}  // namespace
}  // namespace kb
