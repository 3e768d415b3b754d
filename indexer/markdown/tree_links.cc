#include "indexer/markdown/tree_links.h"

#include <algorithm>

#include "indexer/markdown/directive.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxSearchedLine = 4096;
constexpr int kLinesAhead = 20;

class Resolver {
 public:
  Resolver(Links& links, const SourceText& source) : links_(&links), source_(&source) {}

  void resolve(MarkdownNode& node, bool is_inside_link) {
    if (node.line > 0) {
      line_ = node.line;
      column_ = node.column;
    }
    const bool is_link = node.type == NodeType::link;
    if (is_link) resolve_link(node);
    for (MarkdownNode& child : node.children) resolve(child, is_inside_link || is_link);
    if (node.type == NodeType::image) resolve_image(node, is_inside_link);
  }

 private:
  // Of a link's first character. cmark's own place is wrong behind a hard break, a `:::image` or several
  // lines of link text, and bare URLs have none: those are looked up.
  Position position(const MarkdownNode& node) const {
    const Position known =
        source_->position(node.line > 0 ? node.line : line_, node.line > 0 ? node.column : column_);
    const bool is_exact = node.line > 0 && begins_link(node);
    if (is_exact || source_->line(line_).size() > kMaxSearchedLine) return known;
    return look_up(node).value_or(known);
  }

  bool begins_link(const MarkdownNode& node) const {
    const std::string_view rest = source_->line(node.line).substr(
        std::min(static_cast<std::size_t>(std::max(node.column - 1, 0)), source_->line(node.line).size()));
    if (node.type == NodeType::image) return rest.starts_with('!') || rest.starts_with(kDirectiveFence);
    return rest.starts_with('[') || rest.starts_with('<') || rest.starts_with(plain_text(node));
  }

  std::optional<Position> look_up(const MarkdownNode& node) const {
    const std::string_view text = source_->text();
    const std::size_t begin = source_->offset(line_);
    const std::size_t end = source_->offset(line_ + kLinesAhead + 1);
    std::size_t at = text.substr(0, end).find("](" + node.url, begin);
    if (at == std::string_view::npos) return source_->find(plain_text(node), line_, line_);
    at = text.rfind('[', at);
    if (at == std::string_view::npos || at < begin) at = begin;
    if (node.type == NodeType::image && at > begin && text[at - 1] == '!') --at;
    const int line = source_->line_at(at);
    return source_->position(line, static_cast<int>(at - source_->offset(line)) + 1);
  }

  void resolve_link(MarkdownNode& node) {
    const ResolvedLink found = links_->resolve(LinkKind::link, node.url, position(node));
    node.has_target = found.url.has_value();
    node.url = found.url.value_or("");
  }

  void resolve_image(MarkdownNode& node, bool is_inside_link) {
    const ResolvedLink found = links_->resolve(LinkKind::image, node.url, position(node));
    node.has_target = found.url.has_value() && !(found.as_link && is_inside_link);
    node.url = found.url.value_or("");
    node.width = found.width;
    node.height = found.height;
    if (node.has_target && found.as_link) make_link(node);
  }

  static void make_link(MarkdownNode& image) {
    MarkdownNode text;
    text.type = NodeType::text;
    text.text = plain_text(image);
    if (text.text.empty()) text.text = image.url;
    image.type = NodeType::link;
    image.children.clear();
    image.children.push_back(std::move(text));
  }

  Links* links_;
  const SourceText* source_;
  int line_ = 1;  // of the last node whose place is known: bare URLs have none
  int column_ = 1;
};

}  // namespace

void resolve_links(MarkdownNode& document, Links& links, const SourceText& source) {
  Resolver(links, source).resolve(document, false);
}

}  // namespace indexer
