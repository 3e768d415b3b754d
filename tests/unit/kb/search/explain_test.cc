#include "kb/search/explain.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/search_fixture.h"

using namespace kb;

namespace {

// Articles about parcels, the first most of all.
struct Shop : IndexFixture {
  Shop() {
    site.languages = {"en"};
    add("account", "Reset your password", "Choose a new password.");
    add("customs", "Customs",
        "Some countries ask for duty on every single parcel that comes in from abroad.");
    add("track", "Track a parcel", "Your parcel is on its way. The courier has it.")
        .questions.emplace_back("Where is my parcel?");
  }
};

double sum(const ExplainedArticle& article, double WordScore::*part) {
  double total = 0;
  for (const WordScore& word : article.words) total += word.*part;
  return total;
}

}  // namespace

TEST_CASE("explain: the hits and their scores are those of search") {
  Shop shop;
  const auto snapshot = shop.open();
  for (const char* text :
       {"parcel", "the parsel from abroad", "is it on the", "courrier pass", "submarine"}) {
    CAPTURE(text);
    const SearchResult found = search(*snapshot, query_for(text));
    const Explanation explained = explain(*snapshot, query_for(text), "");
    CHECK(explained.confidence == found.confidence);
    REQUIRE(explained.hits.size() == found.hits.size());
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
      CHECK(explained.hits[i].rank == i + 1);
      CHECK(explained.hits[i].id == found.hits[i].id);
      CHECK(explained.hits[i].score == found.hits[i].score);
    }
  }
}

TEST_CASE("explain: words add up to the parts, and the parts to the score") {
  Shop shop;
  const auto snapshot = shop.open();
  for (const char* text : {"parcel courier", "where is my parsel", "is it on the"}) {
    CAPTURE(text);
    const Explanation explained = explain(*snapshot, query_for(text), "");
    REQUIRE_FALSE(explained.hits.empty());
    for (const ExplainedArticle& hit : explained.hits) {
      CHECK(hit.text + hit.head + hit.pairs + hit.grams + hit.whole == doctest::Approx(hit.score));
      CHECK(sum(hit, &WordScore::text) == doctest::Approx(hit.text));
      CHECK(sum(hit, &WordScore::head) == doctest::Approx(hit.head));
    }
  }
}

TEST_CASE("explain: what each word was taken for") {
  Shop shop;
  shop.site.synonyms["en"] = {{{"shipment"}, {"parcel"}}};
  const Explanation explained = explain(*shop.open(), query_for("the shipment pasword parc"), "");
  REQUIRE(explained.words.size() == 4);
  const auto& [the, shipment, pasword, parc] =
      std::tie(explained.words[0], explained.words[1], explained.words[2], explained.words[3]);
  CHECK(the.stop);
  CHECK_FALSE(explained.by_stop_words);
  CHECK(the.articles == 1);
  CHECK(shipment.term == "shipment");
  CHECK(shipment.articles == 0);
  CHECK(shipment.instead == std::vector<std::string>{"parcel"});
  CHECK(pasword.typed == "pasword");
  CHECK(pasword.corrected == "password");
  CHECK(pasword.instead.empty());
  CHECK(parc.completions == 1);
  CHECK(parc.corrected == "");
}

TEST_CASE("explain: a query of stop words alone is scored by them") {
  Shop shop;
  const Explanation explained = explain(*shop.open(), query_for("is it on the"), "");
  CHECK(explained.by_stop_words);
}

TEST_CASE("explain: why an article is not higher") {
  Shop shop;
  const auto snapshot = shop.open();
  SUBCASE("the article above has more") {
    const auto why = explain(*snapshot, query_for("parcel courier"), "customs").why;
    REQUIRE(why);
    CHECK(why->article.rank == 2);
    REQUIRE(why->above);
    CHECK(why->above->id == "track");
    CHECK(why->above->score > why->article.score);
    CHECK(why->article.words[0].text > 0);
    CHECK(why->article.words[1].text == 0);
    CHECK(why->above->words[1].text > 0);
  }
  SUBCASE("it is the first") {
    const auto why = explain(*snapshot, query_for("parcel"), "track").why;
    REQUIRE(why);
    CHECK(why->verdict == Verdict::hit);
    CHECK_FALSE(why->above);
  }
  SUBCASE("it has none of the words") {
    const auto why = explain(*snapshot, query_for("parcel"), "account").why;
    REQUIRE(why);
    CHECK(why->verdict == Verdict::unmatched);
    CHECK(why->article.rank == 0);
    CHECK(why->article.id == "account");
  }
  SUBCASE("an excluded word or a phrase leaves it out") {
    CHECK(explain(*snapshot, query_for("parcel -duty"), "customs").why->verdict == Verdict::left_out);
    CHECK(explain(*snapshot, query_for("\"your parcel\""), "customs").why->verdict == Verdict::left_out);
  }
  SUBCASE("it is explained even beyond the limit") {
    SearchQuery query = query_for("parcel");
    query.limit = 1;
    const Explanation explained = explain(*snapshot, query, "customs");
    CHECK(explained.hits.size() == 1);
    CHECK(explained.why->article.rank == 2);
  }
  SUBCASE("there is no such article") {
    CHECK(error_of([&] { explain(*snapshot, query_for("parcel"), "parcels"); }) ==
          "the index has no article 'parcels' in en\n"
          "name it by its id: the path below the language, without .md");
  }
  SUBCASE("it is unlisted") {
    Shop other;
    other.add("plan", "Plan", "The parcel plan.").unlisted = true;
    CHECK(error_of([&] { explain(*other.open(), query_for("parcel"), "plan"); }) ==
          "the article 'plan' is unlisted, so no search finds it\n"
          "remove unlisted from its front matter if it is to be found");
  }
}

TEST_CASE("explain: an article below the floor is ranked, but no hit") {
  Shop shop;
  for (int i = 0; i < 4; ++i) shop.add("x" + std::to_string(i), "Sizes", "Anything about the courier.");
  shop.add("y", "Parcels lost abroad", "A lost parcel. What to do when a parcel is lost abroad.");
  const auto why = explain(*shop.open(), query_for("parcel lost abroad courier"), "x3").why;
  REQUIRE(why);
  CHECK(why->verdict == Verdict::below_floor);
  CHECK(why->article.rank > 1);
  REQUIRE(why->above);
}

TEST_CASE("explain: a pinned article is first with the score it would have") {
  Shop shop;
  shop.site.pins = {{"parcel", "en", "account"}};
  const Explanation explained = explain(*shop.open(), query_for("parcel"), "track");
  REQUIRE(explained.hits.size() == 3);
  CHECK(explained.hits[0].id == "account");
  CHECK(explained.hits[0].pinned);
  CHECK(explained.hits[0].score == 0);
  REQUIRE(explained.why);
  CHECK(explained.why->article.rank == 2);
  CHECK(explained.why->above->pinned);
}
