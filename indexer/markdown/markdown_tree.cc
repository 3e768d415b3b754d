#include "indexer/markdown/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <mutex>
#include <span>

#include "indexer/html/parser_budget.h"

namespace indexer {
namespace {

constexpr int kMaxDepth = 100;
constexpr int kMaxCells = 50'000;  // of all tables
// Links by reference repeat their target: 64 KB of text can hold 170 MB of targets.
constexpr std::size_t kMaxTargetBytes = 4U << 20U;

// cmark-gfm's callbacks for memory know no context.
thread_local ParserBudget* current_budget = nullptr;

cmark_mem* budget_memory() {
  static cmark_mem memory{
      [](std::size_t count, std::size_t size) { return current_budget->allocate(count * size); },
      [](void* block, std::size_t size) { return current_budget->grow(block, size); }, [](void*) {}};
  return &memory;
}

// cmark-gfm keeps the extensions' special characters in a table shared by all threads, which parsing changes.
std::mutex& parser_lock() {
  static std::mutex lock;
  return lock;
}

// The tree lives as long as the budget.
cmark_node* parse_with_cmark(std::string_view text, ParserBudget& budget) {
  const std::lock_guard guard(parser_lock());
  cmark_gfm_core_extensions_ensure_registered();
  current_budget = &budget;
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, budget_memory());
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* tree = cmark_parser_finish(parser);
  cmark_consolidate_text_nodes(tree);
  return tree;
}

NodeType extension_type(std::string_view name) {
  if (name == "table") return NodeType::table;
  if (name == "table_header" || name == "table_row") return NodeType::table_row;
  if (name == "table_cell") return NodeType::table_cell;
  if (name == "strikethrough") return NodeType::strikethrough;
  if (name == "tasklist") return NodeType::item;
  return NodeType::text;
}

NodeType type_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeType::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeType::block_quote;
    case CMARK_NODE_LIST:
      return NodeType::list;
    case CMARK_NODE_ITEM:
      return NodeType::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeType::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return NodeType::html_block;
    case CMARK_NODE_PARAGRAPH:
      return NodeType::paragraph;
    case CMARK_NODE_HEADING:
      return NodeType::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeType::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeType::footnote;
    case CMARK_NODE_TEXT:
      return NodeType::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeType::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeType::line_break;
    case CMARK_NODE_CODE:
      return NodeType::code;
    case CMARK_NODE_HTML_INLINE:
      return NodeType::html_inline;
    case CMARK_NODE_EMPH:
      return NodeType::emphasis;
    case CMARK_NODE_STRONG:
      return NodeType::strong;
    case CMARK_NODE_LINK:
      return NodeType::link;
    case CMARK_NODE_IMAGE:
      return NodeType::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeType::footnote_reference;
    default:
      return extension_type(cmark_node_get_type_string(node));
  }
}

std::string string_or_empty(const char* text) { return text == nullptr ? "" : text; }

void read_list(MarkdownNode& node, cmark_node* from) {
  node.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
  node.tight = cmark_node_get_list_tight(from) != 0;
  node.number = cmark_node_get_list_start(from);
}

void read_item(MarkdownNode& node, cmark_node* from) {
  if (std::string_view(cmark_node_get_type_string(from)) != "tasklist") return;
  node.task = cmark_gfm_extensions_get_tasklist_item_checked(from) ? Task::done : Task::open;
}

void read_details(MarkdownNode& node, cmark_node* from) {
  switch (node.type) {
    case NodeType::list:
      read_list(node, from);
      break;
    case NodeType::item:
      read_item(node, from);
      break;
    case NodeType::heading:
      node.number = cmark_node_get_heading_level(from);
      break;
    case NodeType::code_block:
      node.info = string_or_empty(cmark_node_get_fence_info(from));
      break;
    case NodeType::table_row:
      node.is_header = cmark_gfm_extensions_get_table_row_is_header(from) != 0;
      break;
    case NodeType::link:
    case NodeType::image:
      node.url = string_or_empty(cmark_node_get_url(from));
      node.info = string_or_empty(cmark_node_get_title(from));
      break;
    default:
      break;
  }
}

std::string alignment_name(std::uint8_t letter) {
  switch (letter) {
    case 'l':
      return "left";
    case 'c':
      return "center";
    case 'r':
      return "right";
    default:
      return "";
  }
}

void align_cells(MarkdownNode& table, cmark_node* from) {
  const std::span<const std::uint8_t> letters(cmark_gfm_extensions_get_table_alignments(from),
                                              cmark_gfm_extensions_get_table_columns(from));
  for (MarkdownNode& row : table.children) {
    for (std::size_t i = 0; i < row.children.size() && i < letters.size(); ++i) {
      row.children[i].align = alignment_name(letters[i]);
    }
  }
}

// cmark's own last line of such a block is wrong.
int line_feeds_within(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// Recursive: the depth was checked before.
MarkdownNode convert(cmark_node* from) {
  MarkdownNode node;
  node.type = type_of(from);
  node.line = cmark_node_get_start_line(from);
  node.column = cmark_node_get_start_column(from);
  node.end_line = cmark_node_get_end_line(from);
  node.text = string_or_empty(cmark_node_get_literal(from));
  read_details(node, from);
  if (node.type == NodeType::html_block) node.end_line = node.line + line_feeds_within(node.text);
  for (cmark_node* child = cmark_node_first_child(from); child != nullptr; child = cmark_node_next(child)) {
    node.children.push_back(convert(child));
  }
  if (node.type == NodeType::table) align_cells(node, from);
  return node;
}

// What is too much, or "". `line` is the last known line before it.
std::string exceeded_limit(cmark_node* root, int& line) {
  cmark_iter* iterator = cmark_iter_new(root);
  int depth = 0;
  int cells = 0;
  std::size_t target_bytes = 0;
  for (auto event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (cmark_node_first_child(node) != nullptr) depth += event == CMARK_EVENT_ENTER ? 1 : -1;
    if (event != CMARK_EVENT_ENTER) continue;
    if (cmark_node_get_start_line(node) > 0) line = cmark_node_get_start_line(node);
    target_bytes += string_or_empty(cmark_node_get_url(node)).size();
    target_bytes += string_or_empty(cmark_node_get_title(node)).size();
    if (type_of(node) == NodeType::table_cell) ++cells;
    if (cells > kMaxCells) return "tables of more than 50,000 cells";
    if (depth > kMaxDepth) return "quotes, lists or emphasis are nested deeper than 100 levels";
    if (target_bytes > kMaxTargetBytes) return "the targets of all links together are longer than 4 MiB";
  }
  return "";
}

}  // namespace

std::optional<MarkdownNode> parse_markdown(std::string_view text, const SourceText& source,
                                           FileFindings& findings) {
  int line = 1;
  std::string problem;
  try {
    ParserBudget budget;
    cmark_node* tree = parse_with_cmark(text, budget);
    problem = exceeded_limit(tree, line);
    if (problem.empty()) return convert(tree);
  } catch (const ParserBudget::Exceeded&) {
    problem = kOverBudget;
  }
  findings.report("markdown-limit", source.position(line, 1), problem);
  return std::nullopt;
}

std::string plain_text(const MarkdownNode& node) {
  if (node.type == NodeType::text || node.type == NodeType::code) return node.text;
  if (node.type == NodeType::soft_break || node.type == NodeType::line_break) return "\n";
  if (node.type == NodeType::html_inline || node.type == NodeType::footnote_reference) return "";
  std::string words;
  for (const MarkdownNode& child : node.children) words += plain_text(child);
  return words;
}

}  // namespace indexer
