#include "indexer/markdown/link_places.h"

#include <algorithm>

#include "indexer/markdown/directive.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxSearchedLine = 4096;
constexpr int kLinesAhead = 20;

class Locator {
 public:
  explicit Locator(const SourceText& source) : source_(&source) {}

  void locate(MarkdownNode& node) {
    if (node.line > 0) {
      line_ = node.line;
      column_ = node.column;
    }
    if (node.type == NodeType::link) correct(node);
    for (MarkdownNode& child : node.children) locate(child);
    if (node.type == NodeType::image) correct(node);
  }

 private:
  void correct(MarkdownNode& node) const {
    const bool is_exact = node.line > 0 && begins_link(node);
    if (node.line == 0) {
      node.line = line_;
      node.column = column_;
    }
    if (is_exact || source_->line(line_).size() > kMaxSearchedLine) return;
    const std::size_t at = look_up(node);
    if (at == std::string_view::npos) return;
    node.line = source_->line_at(at);
    node.column = static_cast<int>(at - source_->offset(node.line)) + 1;
  }

  bool begins_link(const MarkdownNode& node) const {
    const std::string_view line = source_->line(node.line);
    const auto before = static_cast<std::size_t>(std::max(node.column - 1, 0));
    const std::string_view rest = line.substr(std::min(before, line.size()));
    if (node.type == NodeType::image) return rest.starts_with('!') || rest.starts_with(kDirectiveFence);
    return rest.starts_with('[') || rest.starts_with('<') || rest.starts_with(plain_text(node));
  }

  // In the text, npos when it is not there.
  std::size_t look_up(const MarkdownNode& node) const {
    const std::string_view text = source_->text();
    const std::size_t begin = source_->offset(line_);
    const std::size_t end = source_->offset(line_ + kLinesAhead + 1);
    std::size_t at = text.substr(0, end).find("](" + node.url, begin);
    if (at == std::string_view::npos) {
      const std::string words = plain_text(node);
      return words.empty() ? at : text.substr(0, source_->offset(line_ + 1)).find(words, begin);
    }
    at = text.rfind('[', at);
    if (at == std::string_view::npos || at < begin) at = begin;
    if (node.type == NodeType::image && at > begin && text[at - 1] == '!') --at;
    return at;
  }

  const SourceText* source_;
  int line_ = 1;  // of the last node whose place is known
  int column_ = 1;
};

}  // namespace

void locate_links(MarkdownNode& document, const SourceText& source) { Locator(source).locate(document); }

}  // namespace indexer
