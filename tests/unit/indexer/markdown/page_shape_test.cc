#include "indexer/markdown/page_shape.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

HtmlNode element(std::string tag, std::vector<HtmlNode> children) {
  HtmlNode node;
  node.tag = std::move(tag);
  node.children = std::move(children);
  return node;
}

HtmlNode words(std::string text) {
  HtmlNode node;
  node.text = std::move(text);
  return node;
}

HtmlNode image(const char* source, const char* width, const char* height) {
  HtmlNode node = element("img", {});
  node.set("src", source);
  node.set("width", width);
  node.set("height", height);
  return node;
}

bool is_wide(HtmlNode node) {
  HtmlNode body = element("body", {std::move(node)});
  shape_images(body);
  const std::string* css = body.children.front().find("class");
  return css != nullptr && *css == "wide";
}

TEST_CASE("page shape: diagrams and screenshots that a phone would make too small scroll") {
  CHECK(is_wide(element("p", {image("a.png", "1101", "800")})));
  CHECK(is_wide(element("p", {image("a.svg", "520", "250")})));
  CHECK(is_wide(element("figure", {words("\n"), image("a.webp", "2400", "300"), element("figcaption", {})})));
  CHECK(is_wide(element("p", {element("a", {image("a.PNG", "1200", "300")}), words("\n")})));
  CHECK(is_wide(element("p", {image("a.png", "1200", "300"), element("br", {}), words("A caption")})));
}

TEST_CASE("page shape: photographs, small, high and inline images do not scroll") {
  CHECK_FALSE(is_wide(element("p", {image("a.jpg", "4000", "3000")})));
  CHECK_FALSE(is_wide(element("p", {image("a.png", "1100", "300")})));
  CHECK_FALSE(is_wide(element("p", {image("a.png", "1200", "1000")})));
  CHECK_FALSE(is_wide(element("p", {image("a.svg", "520", "270")})));
  CHECK_FALSE(is_wide(element("p", {image("a.svg", "400", "100")})));
  CHECK_FALSE(is_wide(element("p", {image("a.png", "1200", "300"), words(" and words")})));
  CHECK_FALSE(is_wide(element("p", {words("Words "), image("a.png", "1200", "300")})));
  CHECK_FALSE(is_wide(element("p", {words("Words")})));
  CHECK_FALSE(is_wide(element("p", {})));
}

}  // namespace
}  // namespace indexer
