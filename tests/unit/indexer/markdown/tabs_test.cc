#include "indexer/markdown/tabs.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

HtmlNode element(std::string tag, std::string css, std::vector<HtmlNode> children) {
  HtmlNode node;
  node.tag = std::move(tag);
  if (!css.empty()) node.set("class", std::move(css));
  node.children = std::move(children);
  return node;
}

HtmlNode words(std::string text) {
  HtmlNode node;
  node.text = std::move(text);
  return node;
}

HtmlNode tab(const std::string& label, const std::string& text) {
  return element("details", "tab",
                 {element("summary", "", {words(label)}), element("div", "tab-text", {words(text)})});
}

TEST_CASE("tabs: each group has one name and one open tab, each tab an id of its own") {
  HtmlNode body = element("body", "",
                          {element("div", "tabs", {tab("iPhone", "a"), tab("Android", "b")}),
                           element("div", "tabs", {tab("iPhone", "c"), tab("!", "d")}), tab("Alone", "e")});
  HeadingIds ids;
  ids.reserve("android");
  CHECK(name_tabs(body, ids) == std::vector<std::string>{"iphone", "android-1", "iphone-1", "section"});
  CHECK(*body.children[0].children[1].find("name") == "tabs-1");
  CHECK(*body.children[1].children[0].find("name") == "tabs-2");
  CHECK(body.children[0].children[0].find("open") != nullptr);
  CHECK(body.children[0].children[1].find("open") == nullptr);
  CHECK(body.children[2].find("name") == nullptr);
}

TEST_CASE("tabs: their text is found in that of the section") {
  HtmlNode body = element("body", "",
                          {element("p", "", {words("Open it")}),
                           element("div", "tabs", {tab("iPhone", "Open"), tab("Android", "Open")})});
  HeadingIds ids;
  name_tabs(body, ids);
  const std::string text = plain_text(body.children);
  const std::vector<kb::Tab> tabs = tabs_in(body.children, text);
  REQUIRE(tabs.size() == 2);
  CHECK(tabs[0].anchor == "iphone");
  CHECK(text.substr(tabs[0].begin, tabs[0].end - tabs[0].begin) == "iPhone\nOpen");
  CHECK(text.substr(tabs[1].begin, tabs[1].end - tabs[1].begin) == "Android\nOpen");
}

TEST_CASE("tabs: raw HTML without a label or content is none") {
  HtmlNode body = element("body", "", {element("div", "tabs", {element("details", "tab", {words("x")})})});
  HeadingIds ids;
  CHECK(name_tabs(body, ids).empty());
  CHECK(tabs_in(body.children, "x").empty());
}

}  // namespace
}  // namespace indexer
