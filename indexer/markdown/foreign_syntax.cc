#include "indexer/markdown/foreign_syntax.h"

#include <algorithm>
#include <array>

#include "indexer/markdown/directive.h"
#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxShown = 40;
constexpr std::size_t kMaxTag = 200;
constexpr std::size_t kMaxSearchedLine = 4096;

struct Foreign {
  std::string_view open;
  std::string_view close;
  std::string_view name;
};
constexpr std::array<Foreign, 3> kForeign = {{
    {"{%", "%}", "a Liquid tag"},
    {"{{", "}}", "a variable of another tool"},
    {"[[", "]]", "a wiki link"},
}};

std::string shown(std::string_view text) {
  if (text.size() <= kMaxShown) return std::string(text);
  return std::string(kb::first_bytes(text, kMaxShown)) + "...";
}

// Reports what stands in one text.
class TextCheck {
 public:
  TextCheck(const MarkdownNode& node, const SourceText& source, Findings& unknown)
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

  void find_pairs(const Foreign& foreign) {
    const std::string_view text = node_->text;
    for (std::size_t at = text.find(foreign.open); at != std::string_view::npos;) {
      const std::size_t end = text.find(foreign.close, at + foreign.open.size());
      if (end == std::string_view::npos) return;
      const std::string_view found = text.substr(at, end + foreign.close.size() - at);
      const bool is_empty = found.size() == foreign.open.size() + foreign.close.size();
      if (!is_empty && !is_index(text, at, foreign)) add(foreign.name, found, "is not understood");
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
        add("the alert", found, "is text here, it must begin a quote: `> [!NOTE]` after an empty line");
      } else if (size > 2) {
        add("the marker", found, "is not understood");
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
        add("the component", text.substr(at, size), "is not understood");
    }
  }

  void find_module_line() {
    const std::string_view text = node_->text;
    const bool is_import = text.starts_with("import ") && text.find(" from ") != std::string_view::npos &&
                           text.find_first_of("'\"") != std::string_view::npos;
    const bool is_export = text.starts_with("export const ") || text.starts_with("export default ");
    if (is_import || is_export) add("the MDX line", text, "is not understood");
  }

  void add(std::string_view what, std::string_view found, std::string_view verdict) {
    std::optional<Position> at;
    if (source_->line(node_->line).size() < kMaxSearchedLine)
      at = source_->find(found, node_->line, node_->line);
    unknown_->add(std::string(what) + " `" + shown(found) + "` " + std::string(verdict),
                  at.value_or(source_->position(node_->line, node_->column)));
  }

  const MarkdownNode* node_;
  const SourceText* source_;
  Findings* unknown_;
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
void replace_includes(MarkdownNode& parent, const SourceText& source, Findings& unknown) {
  auto& nodes = parent.children;
  for (std::size_t i = 0; i + 2 < nodes.size(); ++i) {
    MarkdownNode& before = nodes[i];
    MarkdownNode& after = nodes[i + 2];
    if (before.type != NodeType::text || nodes[i + 1].type != NodeType::link || after.type != NodeType::text)
      continue;
    const std::size_t begin = include_start(before.text);
    if (begin == std::string_view::npos || !after.text.starts_with(']')) continue;
    unknown.add("the include file `" + shown(nodes[i + 1].url) + "` is not read, its link text is kept",
                source.position(nodes[i + 1].line, nodes[i + 1].column));
    before.text.erase(begin);
    after.text.erase(0, std::min(after.text.find_first_not_of(']'), after.text.size()));
    nodes[i + 1].text = plain_text(nodes[i + 1]);
    nodes[i + 1].type = NodeType::text;
    nodes[i + 1].children.clear();
  }
}

}  // namespace

void find_foreign_syntax(MarkdownNode& parent, const SourceText& source, Findings& unknown) {
  if (parent.type == NodeType::link || parent.type == NodeType::image) return;
  replace_includes(parent, source, unknown);
  bool begins_line = parent.type == NodeType::paragraph;
  for (const MarkdownNode& child : parent.children) {
    if (child.type == NodeType::text) TextCheck(child, source, unknown).run(begins_line);
    begins_line = parent.type == NodeType::paragraph && child.type == NodeType::soft_break;
  }
}

}  // namespace indexer
