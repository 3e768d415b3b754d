#include "indexer/markdown/step_lists.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

HtmlNode text(std::string words) {
  HtmlNode node;
  node.text = std::move(words);
  return node;
}

HtmlNode element(std::string tag, std::vector<HtmlNode> children) {
  HtmlNode node;
  node.tag = std::move(tag);
  node.children = std::move(children);
  return node;
}

HtmlNode list(int items) {
  HtmlNode node = element("ol", {});
  for (int i = 0; i < items; ++i) node.children.push_back(element("li", {text("press the button")}));
  return node;
}

HtmlNode heading(std::string tag, std::string words) {
  return element(std::move(tag), {text(std::move(words))});
}

// The types of the lists directly in the body, "-" for none.
std::string types(HtmlNode body) {
  letter_lists(body);
  std::string out;
  for (const HtmlNode& node : body.children) {
    const std::string* type = node.find("type");
    if (node.tag == "ol") out += type ? *type : "-";
  }
  return out;
}

TEST_CASE("step lists: lists under a heading that counts are lettered, up to the next of its level") {
  CHECK(types(element("body", {list(2), heading("h2", "Step 1: Look"), list(2), heading("h3", "On iOS"),
                               list(2), heading("h2", "Step 2: Pull"), list(2),
                               heading("h2", "If nothing helped"), list(2)})) == "-aaa-");
  CHECK(types(element("body", {heading("h2", "Before"), heading("h3", "1. Look"), list(2)})) == "a");
  CHECK(types(element("body", {list(2)})) == "-");
}

TEST_CASE("step lists: a how-to's steps are its headings that count, else its first list of several") {
  const Effort headings = effort_of(element("body", {heading("h2", "Step 1: Look"), list(3),
                                                     heading("h2", "Step 2: Pull"), heading("h2", "More")}));
  CHECK(headings.steps == 2);
  CHECK(headings.words == 16);
  const Effort listed = effort_of(element("body", {heading("h2", "Do it"), list(1), list(3), list(9)}));
  CHECK(listed.steps == 3);
  CHECK(listed.words == 9);
  CHECK(effort_of(element("body", {text("Nothing to do")})).steps == 0);
}

}  // namespace
}  // namespace indexer
