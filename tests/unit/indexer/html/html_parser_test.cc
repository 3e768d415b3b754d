#include "indexer/html/html_parser.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string limit(const std::string& html) {
  ParserBudget budget;
  return exceeded_limit(parse_html(html, budget));
}

}  // namespace

TEST_CASE("html_parser: what is too much is counted on the tree") {
  CHECK(limit("<p>a<b>b</b></p>").empty());
  CHECK(limit(repeated("<div>", 200)).empty());
  CHECK(limit(repeated("<div>", 400)) == "raw HTML is nested deeper than 300 elements");
  CHECK(limit(repeated("<br>", 100'001)) == "the page has more than 100,000 elements");
  std::string attributes;
  for (int i = 0; i < 501; ++i) attributes += " a" + std::to_string(i);
  CHECK(limit("<p" + attributes + ">") == "a raw HTML tag has more than 500 attributes");
}

TEST_CASE("html_parser: names and attributes of an element") {
  const std::string html = "<MyCard Title='a'>x</MyCard><svg></svg>";
  ParserBudget budget;
  const auto children = children_of(parse_html(html, budget).v.element);
  REQUIRE(children.size() == 2);
  const GumboElement& card = children[0]->v.element;
  CHECK(tag_name(card) == "mycard");
  CHECK(written_name(card) == "MyCard");
  CHECK(attribute_of(card, "title") == "a");
  CHECK(attribute_of(card, "alt").empty());
  CHECK(value_of(card, "alt") == nullptr);
  CHECK(attributes_of(card).size() == 1);
  CHECK(tag_name(children[1]->v.element) == "svg");
  CHECK(without_controls("a\x01\tb\n") == "a\tb\n");
}
