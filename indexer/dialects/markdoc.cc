#include "indexer/dialects/markdoc.h"

#include <algorithm>
#include <utility>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/line_writer.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/attribute_list.h"
#include "indexer/tags/tag.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestAnnotation = 300;

bool is_annotation_name(char c) { return kb::is_alnum(c) || c == '_' || c == '-' || c == '.'; }

// "#id .class" of `{% #id .class %}` and "$name" of `{% $name %}`, with the bytes of all; "" for other tags.
std::string_view annotation(std::string_view rest, std::size_t& size) {
  if (!rest.starts_with("{%")) return {};
  rest = rest.substr(0, kLongestAnnotation);
  const std::size_t begin = std::min(rest.find_first_not_of(" \t", 2), rest.size());
  const std::string_view content = rest.substr(begin);
  const auto name_end = std::find_if_not(content.begin(), content.end(), is_annotation_name);
  const bool has_value = name_end != content.begin() && name_end != content.end() && *name_end == '=';
  const bool has_sign = content.size() > 1 &&
                        std::string_view("#.$").find(content.front()) != std::string_view::npos &&
                        kb::is_letter(content[1]);
  const std::size_t end = has_value || has_sign ? rest.find("%}", begin) : std::string_view::npos;
  if (end == std::string_view::npos) return {};
  size = end + 2;
  return kb::trim(rest.substr(begin, end - begin));
}

class AnnotationReader {
 public:
  AnnotationReader(const DialectContext& context, RuleFindings& unknown)
      : context_(&context), unknown_(&unknown) {}

  void read(Line& line) const {
    const bool is_heading = line.text.substr(content_start(line.text)).starts_with('#');
    line.rewrite(rewrite_inline(
        line.text, [&](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
          std::size_t size = 0;
          const std::string_view content = annotation(rest, size);
          if (content.empty()) return std::nullopt;
          if (content.starts_with('$')) return Replacement{size, value(content, line)};
          const auto list = read_attribute_list("{" + std::string(content) + "}");
          if (is_heading && list && !list->id.empty()) return Replacement{size, "{#" + list->id + "}"};
          if (before.ends_with(')') && list && !list->width.empty())
            return Replacement{size, "{width=" + list->width + "}"};
          return Replacement{size, ""};
        }));
  }

 private:
  std::string value(std::string_view name, const Line& line) const {
    constexpr std::string_view kPage = "$markdoc.frontmatter.";
    const std::string asked = name.starts_with(kPage) ? "page." + std::string(name.substr(kPage.size()))
                                                      : "site.variables." + std::string(name.substr(1));
    const auto found = context_->value ? context_->value(asked) : std::nullopt;
    if (!found) unknown_->add("values in braces that the page does not name are left out", {line.number, 1});
    return found ? escape_words(*found) : "";
  }

  const DialectContext* context_;
  RuleFindings* unknown_;
};

// Rows between lines of `---`, each a list whose items are the cells.
class ListTableReader {
 public:
  explicit ListTableReader(Lines& lines) : lines_(&lines) {}

  Lines run() {
    for (std::size_t at = 0; at < lines_->size(); ++at) {
      const std::size_t end = table_end(at);
      if (end == at) {
        out_.keep(std::move((*lines_)[at]));
        continue;
      }
      write(at, end);
      at = end;
    }
    return out_.take();
  }

 private:
  static std::optional<Tag> table_tag(const Line& line) {
    const std::string_view content = kb::trim(line.text);
    if (line.kind != LineKind::text || !content.starts_with("{%")) return std::nullopt;
    auto tag = read_tag(content);
    return tag && tag->name == "table" && tag->size == content.size() ? tag : std::nullopt;
  }

  // The line that closes the table of lists which this one opens; this one when it opens none.
  std::size_t table_end(std::size_t at) const {
    const auto open = table_tag((*lines_)[at]);
    if (!open || open->form != TagForm::open) return at;
    std::size_t first = at + 1;
    while (first < lines_->size() && is_blank_line((*lines_)[first].text)) ++first;
    if (first == lines_->size() ||
        (!is_rule((*lines_)[first]) && !is_item((*lines_)[first], indentation((*lines_)[first].text))))
      return at;
    for (std::size_t end = first; end < lines_->size(); ++end) {
      const auto tag = table_tag((*lines_)[end]);
      if (tag) return tag->form == TagForm::close ? end : at;
    }
    return at;
  }

  static bool is_rule(const Line& line) { return kb::trim(line.text) == "---"; }

  static bool is_item(const Line& line, std::size_t indent) {
    const std::string_view content = kb::trim(line.text, kb::kBlanks);
    const bool has_sign =
        content == "*" || content == "-" || content.starts_with("* ") || content.starts_with("- ");
    return has_sign && indentation(line.text) == indent;
  }

  void write(std::size_t begin, std::size_t end) {
    const std::size_t indent = indentation((*lines_)[begin].text);
    prefix_ = std::string(indent, ' ');
    tag((*lines_)[begin], "<table>");
    cell_ = "th";
    bool in_row = false;
    bool in_cell = false;
    const auto leave_cell = [&](const Line& line) {
      if (std::exchange(in_cell, false)) tag(line, "</" + cell_ + ">");
    };
    const auto leave_row = [&](const Line& line) {
      leave_cell(line);
      if (std::exchange(in_row, false)) tag(line, "</tr>");
    };
    for (std::size_t at = begin + 1; at < end; ++at) {
      Line& line = (*lines_)[at];
      const bool is_cell = is_item(line, indent);
      if (is_rule(line)) {
        leave_row(line);
        cell_ = "td";
      } else if (is_cell) {
        leave_cell(line);
        if (!std::exchange(in_row, true)) tag(line, "<tr>");
        in_cell = true;
        tag(line, "<" + cell_ + ">");
        out_.line(kb::trim(line.text).substr(1).empty() ? "" : kb::trim(kb::trim(line.text).substr(1)));
      } else {
        line.rewrite(prefix_ + std::string(without_indentation(line.text, indent + 2)));
        out_.keep(std::move(line));
      }
    }
    leave_row((*lines_)[end]);
    tag((*lines_)[end], "</table>");
  }

  void tag(const Line& line, const std::string& html) {
    out_.begin(line, prefix_);
    out_.paragraph(html);
  }

  Lines* lines_;
  LineWriter out_;
  std::string prefix_;
  std::string cell_;
};

}  // namespace

void read_markdoc(Lines& lines, const DialectContext& context, RuleFindings& unknown) {
  if (!hold_any(lines, {"{%"})) return;
  lines = ListTableReader(lines).run();
  mark_kinds(lines);
  const AnnotationReader reader(context, unknown);
  for (Line& line : lines) {
    if (line.kind == LineKind::text && line.text.find("{%") != std::string::npos) reader.read(line);
  }
}

}  // namespace indexer
