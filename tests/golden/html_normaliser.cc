#include "html_normaliser.h"

#include <algorithm>
#include <charconv>

#include "indexer/markdown/page_shape.h"
#include "indexer/markdown/sanitizer.h"

namespace {

using indexer::HtmlNode;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_inline(const HtmlNode& node) {
  for (const std::string_view tag :
       {"a", "b", "br", "code", "del", "em", "i", "img", "input", "span", "strong"}) {
    if (node.tag == tag) return true;
  }
  return node.is_text();
}

std::string percent_decoded(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    unsigned char byte = 0;
    const char* digits = url.data() + i + 1;
    const bool is_encoded = url[i] == '%' && i + 2 < url.size() &&
                            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    out += is_encoded ? static_cast<char>(byte) : url[i];
    if (is_encoded) i += 2;
  }
  return out;
}

// Runs of white space become one space, none remains at the edges of a block.
void tidy_text(HtmlNode& parent, std::size_t i) {
  std::string tidy;
  for (const char c : parent.children[i].text) {
    if (!is_blank(c)) tidy += c;
    if (is_blank(c) && !tidy.ends_with(' ')) tidy += ' ';
  }
  const auto is_edge = [&](std::size_t neighbour) {
    return neighbour >= parent.children.size()
               ? !is_inline(parent) || parent.tag == "body"
               : !is_inline(parent.children[neighbour]) || parent.children[neighbour].tag == "br";
  };
  if (tidy.starts_with(' ') && is_edge(i - 1)) tidy.erase(0, 1);
  if (tidy.ends_with(' ') && is_edge(i + 1)) tidy.pop_back();
  parent.children[i].text = tidy;
}

// Our frame around a table.
bool is_table_region(const HtmlNode& node) {
  return node.tag == "div" && node.children.size() == 1 && node.children.front().tag == "table";
}

void normalise(HtmlNode& node) {
  if (is_table_region(node)) node = HtmlNode(node.children.front());
  std::sort(node.attributes.begin(), node.attributes.end());
  if (indexer::is_heading(node)) node.remove("id");
  node.remove("loading");
  for (const char* name : {"href", "src"}) {
    if (const std::string* url = node.find(name)) node.set(name, percent_decoded(*url));
  }
  if (node.tag == "pre") return;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (node.children[i].is_text()) tidy_text(node, i);
    normalise(node.children[i]);
  }
}

indexer::ResolvedLink keep(indexer::LinkKind /*kind*/, std::string_view target, indexer::Position /*at*/) {
  indexer::ResolvedLink link;
  link.url = std::string(target);
  return link;
}

}  // namespace

std::string normalise_html(std::string_view html) {
  const indexer::RuleSet rules(false);
  indexer::FileFindings findings(rules, "");
  const indexer::LinkResolver resolver = keep;
  indexer::Links links(resolver, findings);
  indexer::SanitizerFindings sanitizing;
  indexer::UnsafeHtml unsafe{std::string(html), {{0, html.size(), {}, true}}};
  HtmlNode body = indexer::sanitize(unsafe, links, sanitizing);
  indexer::lower_headings(body);
  normalise(body);
  return indexer::to_html(std::span<const HtmlNode>(body.children));
}
