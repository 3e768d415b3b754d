#include "indexer/markdown/dialect.h"

#include <algorithm>

#include "indexer/inline/attributes.h"
#include "indexer/markdown/directive.h"
#include "indexer/markdown/foreign_syntax.h"
#include "indexer/markdown/heading_id.h"
#include "indexer/tags/alert_kinds.h"
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

// "note" of "[!NOTE] Title", "faq" of Obsidian's "[!faq|wide]" and "my-kind" of "[!My-Kind]", "" when it is
// no alert. Obsidian's fold sign after it is dropped from the text too.
std::string take_alert_name(std::string& text) {
  const std::size_t close = text.find(']');
  if (!text.starts_with("[!") || close == std::string::npos) return "";
  std::string name = kb::to_lower(std::string_view(text).substr(2, close - 2));
  name.resize(std::min(name.find('|'), name.size()));
  const bool is_name =
      !name.empty() && kb::is_letter(name.front()) &&
      std::all_of(name.begin(), name.end(), [](char c) { return kb::is_alnum(c) || c == '-' || c == '_'; });
  if (!is_name) return "";
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
  const std::string name = take_alert_name(text->text);
  if (name.empty()) return;
  quote.text = alert_kind(name).empty() ? "note" : alert_kind(name);
  quote.type = NodeType::container;
  take_title(quote);
  if (quote.info.empty() && quote.text != name) quote.info = alert_title(name);
}

// Takes out what stands between `begin` and the comment's end, if it ends in this text.
bool cut_comment(std::string& text, std::size_t begin, std::size_t search_from) {
  constexpr std::string_view kEnd = "-->";
  const std::size_t end = text.find(kEnd, search_from);
  if (end != std::string::npos) text.erase(begin, end + kEnd.size() - begin);
  return end != std::string::npos;
}

// Lines with an `<!--` that is meant as text.
std::vector<int> lines_of_escaped_comments(const SourceText& source) {
  std::vector<int> lines;
  const std::string_view text = source.text();
  for (std::size_t at = text.find("!--"); at != std::string_view::npos; at = text.find("!--", at + 1)) {
    const std::string_view before = text.substr(0, at);
    if (before.ends_with("\\<") || before.ends_with("&lt;")) lines.push_back(source.line_at(at));
  }
  return lines;
}

// What later versions of CommonMark read as a comment (`<!-- a -- b -->`) must not be shown by an older
// parser.
class CommentDropper {
 public:
  explicit CommentDropper(const SourceText& source) : escaped_(lines_of_escaped_comments(source)) {}

  void drop(MarkdownNode& parent) const {
    auto& nodes = parent.children;
    const auto begins = [&](const MarkdownNode& node) { return begins_comment(node, parent.end_line); };
    if (std::none_of(nodes.begin(), nodes.end(), begins)) return;
    std::vector<MarkdownNode> kept;
    bool is_closed = true;  // the last comment; when it is not, no later one can be
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const std::size_t last = is_closed && begins(nodes[i]) ? cut(nodes, i) : i;
      if (last == nodes.size()) is_closed = false;
      kept.push_back(std::move(nodes[i]));
      if (is_closed && last > i) i = last - 1;
    }
    nodes = std::move(kept);
  }

 private:
  bool begins_comment(const MarkdownNode& node, int end_line) const {
    if (node.type != NodeType::text || node.text.find(kOpen) == std::string::npos) return false;
    const auto escaped = std::lower_bound(escaped_.begin(), escaped_.end(), node.line);
    return escaped == escaped_.end() || *escaped > std::max(end_line, node.line);
  }

  // Takes the comment out of the texts where it begins and ends. Where it ends; behind all nodes when it does
  // not.
  static std::size_t cut(std::vector<MarkdownNode>& nodes, std::size_t first) {
    std::string& text = nodes[first].text;
    const std::size_t begin = text.find(kOpen);
    if (cut_comment(text, begin, begin + kOpen.size())) return first;
    for (std::size_t last = first + 1; last < nodes.size(); ++last) {
      if (nodes[last].type != NodeType::text || !cut_comment(nodes[last].text, 0, 0)) continue;
      text.erase(begin);
      return last;
    }
    return nodes.size();
  }

  static constexpr std::string_view kOpen = "<!--";

  std::vector<int> escaped_;
};

void take_heading_id(MarkdownNode& heading) {
  if (heading.children.empty() || heading.children.back().type != NodeType::text) return;
  MarkdownNode& last = heading.children.back();
  const auto found = split_custom_id(last.text);
  if (!found) return;
  heading.info = found->id;
  last.text = found->text;
}

// `![alt](target){width=300}`
void take_image_sizes(std::vector<MarkdownNode>& nodes) {
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    std::string& behind = nodes[i + 1].text;
    if (nodes[i].type != NodeType::image || nodes[i + 1].type != NodeType::text || !behind.starts_with('{'))
      continue;
    const auto list = read_attribute_list(behind);
    if (!list) continue;
    nodes[i].width = list->width;
    nodes[i].height = list->height;
    behind.erase(0, list->size);
  }
}

class Dialect {
 public:
  Dialect(const SourceText& source, RuleFindings& unknown)
      : source_(&source), unknown_(&unknown), comments_(source) {}

  void apply(MarkdownNode& parent) {
    comments_.drop(parent);
    take_image_sizes(parent.children);
    for (MarkdownNode& child : parent.children) {
      if (child.type == NodeType::block_quote) make_alert(child);
      if (child.type == NodeType::heading) take_heading_id(child);
      apply(child);
    }
    find_foreign_syntax(parent, *source_, *unknown_);
  }

 private:
  const SourceText* source_;
  RuleFindings* unknown_;
  CommentDropper comments_;
};

}  // namespace

void apply_dialect(MarkdownNode& document, const SourceText& source, RuleFindings& unknown) {
  Dialect(source, unknown).apply(document);
}

}  // namespace indexer
