// A parsed Markdown text as a tree of plain values, so that only markdown_tree.cc talks to cmark-gfm and the
// dialect is a change to values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/markdown/source_text.h"

namespace indexer {

// A `container` is not cmark's: an alert or `:::` block, made by the dialect.
enum class NodeType {
  document,
  paragraph,
  heading,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  thematic_break,
  table,
  table_row,
  table_cell,
  footnote,
  container,
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference
};

enum class Task { none, open, done };

struct MarkdownNode {
  NodeType type = NodeType::document;
  int line = 0;      // of the text, from 1; 0 when cmark does not know
  int column = 0;    // in bytes, from 1
  int end_line = 0;  // blocks only
  std::string text;  // of text, code and raw HTML; a container's name ("note"); a footnote's number
  std::string url;   // of a link or image: entities and escapes undone
  std::string info;  // a code block's info string; a link's, image's or container's title; a heading's own id
  std::string align;       // of a table cell: "", "left", "center", "right"
  int number = 0;          // a heading's level; an ordered list's first number
  bool ordered = false;    // a list
  bool tight = false;      // a list
  bool is_header = false;  // a table row
  bool is_open = false;    // a container `details`
  Task task = Task::none;  // an item
  std::string width;       // of an image in pixels, when the writer says it
  std::string height;
  std::vector<MarkdownNode> children;
};

// No value when the text exceeds a limit, which is reported then. Lines are those of `text`; `source` is the
// text as the writer wrote it, with the same lines.
std::optional<MarkdownNode> parse_markdown(std::string_view text, const SourceText& source,
                                           FileFindings& findings);

// The words in a node: alt text of images, contents of code, no raw HTML; a soft break is a line feed.
std::string plain_text(const MarkdownNode& node);

}  // namespace indexer
