#include "searchd/pages/structured_data.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace searchd;

namespace {

kb::Article faq(const std::vector<kb::Section>& sections) {
  kb::Article article = kb::make_article("a", "Delivery", "Questions about delivery.");
  article.type = kb::ArticleType::faq;
  article.sections.insert(article.sections.end(), sections.begin(), sections.end());
  return article;
}

}  // namespace

TEST_CASE("question list: each heading a question, what stands below it the answer") {
  const auto list = question_list(faq({kb::make_section("a", "When does it come?", "In two days."),
                                       kb::make_section("b", "\xC2\xBFY si no?", "Write to us."),
                                       kb::make_section("c", "By email", "To help@shop.example.", 3)}));
  REQUIRE(list.size() == 2);
  CHECK(list[0].first == "When does it come?");
  CHECK(list[0].second == "In two days.");
  CHECK(list[1].second == "Write to us.\nBy email\nTo help@shop.example.");
}

TEST_CASE("question list: whatever is not one gives nothing") {
  const kb::Section question = kb::make_section("a", "When?", "Soon.");
  SUBCASE("one question only") { CHECK(question_list(faq({question})).empty()); }
  SUBCASE("a heading that asks nothing") {
    CHECK(question_list(faq({question, question, kb::make_section("b", "More", "x")})).empty());
  }
  SUBCASE("a question without an answer") {
    CHECK(question_list(faq({question, kb::make_section("b", "Why?", "")})).empty());
  }
  SUBCASE("an article of another type") {
    kb::Article article = faq({question, question});
    REQUIRE(question_list(article).size() == 2);
    article.type = kb::ArticleType::howto;
    CHECK(question_list(article).empty());
  }
}
