#include "indexer/markdown/step_lists.h"

#include <algorithm>

#include "kb/text/heading_number.h"
#include "kb/text/text.h"

namespace indexer {

namespace {

std::size_t number_of(const HtmlNode& heading) { return kb::heading_number(plain_text(heading.children)); }

std::size_t words_in(const std::vector<HtmlNode>& nodes) {
  return kb::tokenize(plain_text(nodes), kb::Bigrams::index).size();
}

std::size_t items_of(const HtmlNode& list) {
  return static_cast<std::size_t>(std::count_if(list.children.begin(), list.children.end(),
                                                [](const HtmlNode& child) { return child.tag == "li"; }));
}

// As many headings as count from 1 on.
std::size_t counting_headings(const HtmlNode& body) {
  std::size_t steps = 0;
  for (const HtmlNode& node : body.children)
    if (is_heading(node) && number_of(node) == steps + 1) ++steps;
  return steps;
}

}  // namespace

void letter_lists(HtmlNode& body) {
  char step = 0;  // level of the heading that counts, 0 outside of steps
  for (HtmlNode& node : body.children) {
    if (is_heading(node) && (step == 0 || node.tag[1] <= step))
      step = number_of(node) > 0 ? node.tag[1] : '\0';
    if (step != 0 && node.tag == "ol") node.set("type", "a");
  }
}

Effort effort_of(const HtmlNode& body) {
  if (const std::size_t steps = counting_headings(body); steps > 1) return {steps, words_in(body.children)};
  for (const HtmlNode& node : body.children)
    if (node.tag == "ol" && items_of(node) > 1) return {items_of(node), words_in(node.children)};
  return {};
}

}  // namespace indexer
