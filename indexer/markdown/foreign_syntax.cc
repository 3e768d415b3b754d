#include "indexer/markdown/foreign_syntax.h"

#include <algorithm>
#include <array>

#include "indexer/markdown/directive.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxTag = 200;
constexpr std::size_t kMaxSearchedLine = 4096;

// The message is the same whatever stands inside, so that one kind is one finding, over all files.
struct Foreign {
  std::string_view open;
  std::string_view close;
  std::string_view message;
};
constexpr std::array<Foreign, 5> kForeign = {{
    {"{%", "%}", "Liquid tags that are not known stay as text"},
    {"{{<", ">}}", "Hugo shortcodes that are not known stay as text"},
    {"{{%", "%}}", "Hugo shortcodes that are not known stay as text"},
    {"{{", "}}", "variables of another tool stay as text"},
    {"[[", "]]", "wiki links stay as text"},
}};

// Reports what stands in one text.
class TextCheck {
 public:
  TextCheck(const MarkdownNode& node, const SourceText& source, RuleFindings& unknown)
      : node_(&node), source_(&source), unknown_(&unknown) {}

  void run(bool begins_line) {
    for (const Foreign& foreign : kForeign) find_pairs(foreign);
    find_docfx();
    find_component();
    if (begins_line) find_module_line();
  }

 private:
  // `array[[0]]` is no wiki link.
  static bool is_index(std::string_view text, std::size_t at, const Foreign& foreign) {
    return foreign.open == "[[" && at > 0 && (kb::is_letter(text[at - 1]) || text[at - 1] == ')');
  }

  // A shortcode is no variable.
  static bool is_other(std::string_view found, const Foreign& foreign) {
    return foreign.open == "{{" && (found.starts_with("{{<") || found.starts_with("{{%"));
  }

  void find_pairs(const Foreign& foreign) {
    const std::string_view text = node_->text;
    for (std::size_t at = text.find(foreign.open); at != std::string_view::npos;) {
      const std::size_t end = text.find(foreign.close, at + foreign.open.size());
      if (end == std::string_view::npos) return;
      const std::string_view found = text.substr(at, end + foreign.close.size() - at);
      const bool is_empty = found.size() == foreign.open.size() + foreign.close.size();
      if (!is_empty && !is_index(text, at, foreign) && !is_other(found, foreign)) add(foreign.message, found);
      at = text.find(foreign.open, end);
    }
  }

  // [!VIDEO https://...], [!div class="..."] and alerts of an unknown kind.
  void find_docfx() {
    const std::string_view text = node_->text;
    for (std::size_t at = text.find("[!"); at != std::string_view::npos; at = text.find("[!", at + 2)) {
      const auto name_end =
          std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.end(), kb::is_letter);
      const auto size = static_cast<std::size_t>(name_end - text.begin()) - at;
      const bool is_closed = text.substr(at + size).starts_with(']');
      const std::string_view found = text.substr(at, size + (is_closed ? 1 : 0));
      if (is_alert_name(kb::to_lower(text.substr(at + 2, size - 2)))) {
        add("`[!NOTE]` and its like are text here, they must begin a quote: `> [!NOTE]` after an empty line",
            found);
      } else if (size > 2) {
        add("markers such as `[!VIDEO]` stay as text", found);
      }
    }
  }

  // <Tabs items={...}>: attributes in braces are not HTML, so the parser leaves it as text.
  void find_component() {
    const std::string_view text = node_->text;
    for (std::size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at + 1)) {
      const auto name_end =
          std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(), kb::is_letter);
      const auto size = static_cast<std::size_t>(name_end - text.begin()) - at;
      const std::string_view tag = text.substr(at, kMaxTag);
      const std::size_t brace = tag.find_first_of("{>\n");
      const bool has_brace = brace != std::string_view::npos && tag[brace] == '{';
      if (kb::is_upper(text[at + 1]) && has_brace)
        add("components with values in braces that are not closed stay as text", text.substr(at, size));
    }
  }

  void find_module_line() {
    const std::string_view text = node_->text;
    const bool is_import = text.starts_with("import ") && text.find(" from ") != std::string_view::npos &&
                           text.find_first_of("'\"") != std::string_view::npos;
    const bool is_export = text.starts_with("export const ") || text.starts_with("export default ");
    if (is_import || is_export) add("MDX code in the middle of a text stays as text", text);
  }

  void add(std::string_view message, std::string_view found) {
    std::optional<Position> at;
    if (source_->line(node_->line).size() < kMaxSearchedLine)
      at = source_->find(found, node_->line, node_->line);
    unknown_->add(std::string(message), at.value_or(source_->position(node_->line, node_->column)));
  }

  const MarkdownNode* node_;
  const SourceText* source_;
  RuleFindings* unknown_;
};

// Where "[!INCLUDE" or "[[!INCLUDE" begins at the end of a text, npos when it does not.
std::size_t include_start(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  constexpr std::string_view kInclude = "!include";
  if (text.size() < kInclude.size() + 1) return std::string_view::npos;
  std::size_t begin = text.size() - kInclude.size();
  if (kb::to_lower(text.substr(begin)) != kInclude) return std::string_view::npos;
  const std::size_t brackets_end = begin;
  while (begin > 0 && text[begin - 1] == '[') --begin;
  return begin == brackets_end ? std::string_view::npos : begin;
}

// `[!INCLUDE [text](file)]` is for the parser a link between two texts.
void replace_includes(MarkdownNode& parent, const SourceText& source, RuleFindings& unknown) {
  auto& nodes = parent.children;
  for (std::size_t i = 0; i + 2 < nodes.size(); ++i) {
    MarkdownNode& before = nodes[i];
    MarkdownNode& after = nodes[i + 2];
    if (before.type != NodeType::text || nodes[i + 1].type != NodeType::link || after.type != NodeType::text)
      continue;
    const std::size_t begin = include_start(before.text);
    if (begin == std::string_view::npos || !after.text.starts_with(']')) continue;
    unknown.add("include files are not read, the text of their link is kept",
                source.position(nodes[i + 1].line, nodes[i + 1].column));
    before.text.erase(begin);
    after.text.erase(0, std::min(after.text.find_first_not_of(']'), after.text.size()));
    nodes[i + 1].text = plain_text(nodes[i + 1]);
    nodes[i + 1].type = NodeType::text;
    nodes[i + 1].children.clear();
  }
}

}  // namespace

void find_foreign_syntax(MarkdownNode& parent, const SourceText& source, RuleFindings& unknown) {
  if (parent.type == NodeType::link || parent.type == NodeType::image) return;
  replace_includes(parent, source, unknown);
  bool begins_line = parent.type == NodeType::paragraph;
  for (const MarkdownNode& child : parent.children) {
    if (child.type == NodeType::text) TextCheck(child, source, unknown).run(begins_line);
    begins_line = parent.type == NodeType::paragraph && child.type == NodeType::soft_break;
  }
}

}  // namespace indexer
