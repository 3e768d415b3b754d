#include "indexer/markdown/dialect.h"

#include <algorithm>

#include "indexer/markdown/directive.h"
#include "indexer/markdown/foreign_syntax.h"
#include "indexer/markdown/heading_id.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

bool is_break(const MarkdownNode& node) {
  return node.type == NodeType::soft_break || node.type == NodeType::line_break;
}

// The first text of a quote, where [!NOTE] stands if anywhere.
MarkdownNode* first_text(MarkdownNode& quote) {
  if (quote.children.empty() || quote.children.front().type != NodeType::paragraph) return nullptr;
  auto& inlines = quote.children.front().children;
  return inlines.empty() || inlines.front().type != NodeType::text ? nullptr : &inlines.front();
}

// "note" of "[!NOTE] Title", "" when it is no alert. Obsidian's fold sign after it is dropped from the text
// too.
std::string take_alert_name(std::string& text) {
  const std::size_t close = text.find(']');
  if (!text.starts_with("[!") || close == std::string::npos) return "";
  std::string name = kb::to_lower(std::string_view(text).substr(2, close - 2));
  if (!is_alert_name(name)) return "";
  text.erase(0, close + 1);
  if (text.starts_with('+') || text.starts_with('-')) text.erase(0, 1);
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
  return name;
}

bool holds_link(const MarkdownNode& node) {
  return node.type == NodeType::link || node.type == NodeType::image ||
         std::any_of(node.children.begin(), node.children.end(), holds_link);
}

// Makes the rest of the marker's line the title, unless the quote has nothing else to say or the line holds
// a link, which a title cannot.
void take_title(MarkdownNode& quote) {
  auto& inlines = quote.children.front().children;
  const auto line_end = std::find_if(inlines.begin(), inlines.end(), is_break);
  const bool is_all = line_end == inlines.end() && quote.children.size() == 1;
  if (is_all || std::any_of(inlines.begin(), line_end, holds_link)) return;
  for (auto node = inlines.begin(); node != line_end; ++node) quote.info += plain_text(*node);
  quote.info = kb::trim(quote.info);
  inlines.erase(inlines.begin(), line_end == inlines.end() ? line_end : line_end + 1);
  if (inlines.empty()) quote.children.erase(quote.children.begin());
}

void make_alert(MarkdownNode& quote) {
  MarkdownNode* text = first_text(quote);
  if (text == nullptr) return;
  quote.text = take_alert_name(text->text);
  if (quote.text.empty()) return;
  quote.type = NodeType::container;
  take_title(quote);
}

// Takes out what stands between `begin` and the comment's end, if it ends in this text.
bool cut_comment(std::string& text, std::size_t begin, std::size_t search_from) {
  constexpr std::string_view kEnd = "-->";
  const std::size_t end = text.find(kEnd, search_from);
  if (end != std::string::npos) text.erase(begin, end + kEnd.size() - begin);
  return end != std::string::npos;
}

// What later versions of CommonMark read as a comment (`<!-- a -- b -->`) must not be shown by an older
// parser.
void drop_comment(MarkdownNode& parent, std::size_t i, const SourceText& source) {
  constexpr std::string_view kOpen = "<!--";
  MarkdownNode& first = parent.children[i];
  const std::size_t begin = first.text.find(kOpen);
  const int last_line = std::max(parent.end_line, first.line);
  if (begin == std::string::npos || source.find("\\<!--", first.line, last_line) ||
      source.find("&lt;!--", first.line, last_line)) {
    return;
  }
  if (cut_comment(first.text, begin, begin + kOpen.size())) return;
  for (std::size_t end = i + 1; end < parent.children.size(); ++end) {
    MarkdownNode& last = parent.children[end];
    if (last.type != NodeType::text || !cut_comment(last.text, 0, 0)) continue;
    first.text.erase(begin);
    const auto after = parent.children.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    parent.children.erase(after, parent.children.begin() + static_cast<std::ptrdiff_t>(end));
    return;
  }
}

void drop_comments(MarkdownNode& parent, const SourceText& source) {
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    if (parent.children[i].type == NodeType::text) drop_comment(parent, i, source);
  }
}

void take_heading_id(MarkdownNode& heading) {
  if (heading.children.empty() || heading.children.back().type != NodeType::text) return;
  MarkdownNode& last = heading.children.back();
  const auto found = split_custom_id(last.text);
  if (!found) return;
  heading.info = found->id;
  last.text = found->text;
}

}  // namespace

void apply_dialect(MarkdownNode& document, const SourceText& source, Findings& unknown) {
  drop_comments(document, source);
  for (MarkdownNode& child : document.children) {
    if (child.type == NodeType::block_quote) make_alert(child);
    if (child.type == NodeType::heading) take_heading_id(child);
    apply_dialect(child, source, unknown);
  }
  find_foreign_syntax(document, source, unknown);
}

}  // namespace indexer
