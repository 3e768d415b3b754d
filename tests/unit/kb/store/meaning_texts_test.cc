#include "kb/store/meaning_texts.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("meaning texts: title, questions, and how sections begin") {
  Article article = make_article("a", "Title", "First words.");
  article.questions = {"Why?", "How?"};
  article.sections.push_back(make_section("s", "Heading", "More words."));
  article.sections.push_back(make_section("t", "Alone", ""));
  article.sections.push_back(make_section("u", "", ""));
  CHECK(meaning_texts(article) ==
        Texts{"Title", "Why?", "How?", "First words.", "Heading. More words.", "Alone"});
}

TEST_CASE("meaning texts: neither their number nor their length is without end") {
  Article article = make_article("a", "T", std::string(1000, 'x') + "\u00e9");
  article.questions.assign(1000, "Why?");
  CHECK(meaning_texts(article).size() == 64);
  article.questions.clear();
  CHECK(meaning_texts(article)[1].size() == 320);
}

}  // namespace
}  // namespace kb
