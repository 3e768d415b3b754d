#include "kb/model/article.h"

#include <doctest/doctest.h>

#include <utility>

namespace kb {
namespace {

TEST_CASE("article: every type has a name that reads back") {
  for (const auto& [type, name] : {
           std::pair{ArticleType::faq, "faq"},
           std::pair{ArticleType::howto, "howto"},
           std::pair{ArticleType::troubleshooting, "troubleshooting"},
           std::pair{ArticleType::reference, "reference"},
           std::pair{ArticleType::policy, "policy"},
           std::pair{ArticleType::known_issue, "known-issue"},
       }) {
    CHECK(to_string(type) == name);
    CHECK(parse_name<ArticleType>(name) == type);
  }
}

TEST_CASE("article: no type is written as nothing, and unknown names are none") {
  CHECK(to_string(ArticleType::none).empty());
  for (const std::string_view name : {"", "none", "FAQ", "known_issue", "faq ", "tutorial"}) {
    CAPTURE(name);
    CHECK_FALSE(parse_name<ArticleType>(name));
  }
}

TEST_CASE("article: the body is every heading and text in order") {
  Article article;
  CHECK(body_html(article).empty());
  article.sections = {{"", "", 0, "", "<p>First.</p>", ""},
                      {"a", "A", 2, "<h2>A</h2>", "<p>Second.</p>", ""},
                      {"b", "B", 3, "<h3>B</h3>", "", ""}};
  CHECK(body_html(article) == "<p>First.</p><h2>A</h2><p>Second.</p><h3>B</h3>");
}

}  // namespace
}  // namespace kb
