#include "indexer/navigation/summary_reader.h"

#include "indexer/markdown/markdown_tree.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

bool is_list(const MarkdownNode& node) { return node.type == NodeType::list; }

// All links, in the order of the text.
void add_links(const MarkdownNode& node, std::vector<NavEntry>& out) {
  if (node.type == NodeType::link) {
    out.push_back({kb::on_one_line(plain_text(node)), node.url, {}});
    return;
  }
  for (const MarkdownNode& child : node.children) {
    if (!is_list(child)) add_links(child, out);
  }
}

void add_items(const MarkdownNode& list, std::vector<NavEntry>& out) {
  for (const MarkdownNode& item : list.children) {
    std::vector<NavEntry> links;
    add_links(item, links);
    NavEntry entry = links.empty() ? NavEntry{} : std::move(links.front());
    for (const MarkdownNode& child : item.children) {
      if (is_list(child)) add_items(child, entry.items);
      if (links.empty() && entry.title.empty() && !is_list(child))
        entry.title = kb::on_one_line(plain_text(child));
    }
    out.push_back(std::move(entry));
  }
}

}  // namespace

std::optional<std::vector<NavEntry>> read_summary(std::string_view text, FileFindings& findings) {
  const auto document = parse_markdown(text, SourceText(std::string(text)), findings);
  if (!document) return std::nullopt;
  std::vector<NavEntry> entries;
  bool in_part = false;
  for (const MarkdownNode& block : document->children) {
    if (block.type == NodeType::heading) {
      const bool is_title = block.number == 1 && entries.empty();
      if (is_title) continue;
      entries.push_back({kb::on_one_line(plain_text(block)), "", {}});
      in_part = true;
      continue;
    }
    std::vector<NavEntry>& to = in_part ? entries.back().items : entries;
    is_list(block) ? add_items(block, to) : add_links(block, to);
  }
  return entries;
}

}  // namespace indexer
