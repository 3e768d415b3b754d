#include "indexer/dialects/html_markdown.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

// "div" of `<div ...`, "" for other lines.
std::string_view element_name(std::string_view content) {
  if (!content.starts_with('<')) return {};
  content.remove_prefix(1);
  const auto end = std::find_if_not(content.begin(), content.end(), kb::is_alnum);
  return content.substr(0, static_cast<std::size_t>(end - content.begin()));
}

bool closes_element(std::string_view content, std::string_view name) {
  if (!content.starts_with("</") || !content.substr(2).starts_with(name)) return false;
  const std::string_view rest = content.substr(2 + name.size());
  return rest.empty() || !kb::is_alnum(rest.front());
}

// The tag without its `markdown` attribute; nullopt when it has none, or is not alone on its line.
std::optional<std::string> without_attribute(std::string_view content) {
  constexpr std::string_view kName = " markdown";
  constexpr std::array<std::string_view, 7> kValues{"=\"1\"", "=\"block\"", "=\"span\"", "=\"\"",
                                                    "='1'",   "=1",         "=\"true\""};
  if (element_name(content).empty() || content.find('>') != content.size() - 1) return std::nullopt;
  const std::size_t at = content.find(kName);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t end = at + kName.size();
  for (const std::string_view value : kValues) {
    if (content.substr(end).starts_with(value)) {
      end += value.size();
      break;
    }
  }
  if (content[end] != ' ' && content[end] != '>') return std::nullopt;
  return std::string(content.substr(0, at)) + std::string(content.substr(end));
}

class Reader {
 public:
  void read(Line line) {
    const std::string_view content = kb::trim(line.text, kb::kBlanks);
    if (!open_.empty() && closes_element(content, open_.back().name) && open_.back().inside-- == 0)
      return close(std::move(line));
    const auto tag =
        line.kind == LineKind::text || !open_.empty() ? without_attribute(content) : std::nullopt;
    if (tag) return open(std::move(line), *tag);
    if (std::exchange(added_, false) && content.empty()) return;
    if (!open_.empty()) go_on(line, content);
    out_.push_back(std::move(line));
  }

  Lines take() { return std::move(out_); }

 private:
  struct Element {
    std::string name;
    std::size_t indent = 0;  // columns before its tag
    std::size_t extra = 0;   // columns that what is inside is deeper, once that is known
    bool is_known = false;
    int inside = 0;  // elements of the same name that are open in it
  };

  void open(Line line, const std::string& tag) {
    if (!open_.empty()) learn(line.text);
    const std::size_t indent = shifted(line.text);
    open_.push_back({std::string(element_name(tag)), indent});
    line.rewrite(std::string(indent, ' ') + tag);
    add_blank(line);
    out_.push_back(line);
    add_blank(line);
  }

  void close(Line line) {
    const std::string end(kb::trim(line.text, kb::kBlanks));
    add_blank(line);
    line.rewrite(std::string(open_.back().indent, ' ') + end);
    extra_ -= open_.back().extra;
    open_.pop_back();
    out_.push_back(line);
    add_blank(line);
  }

  void go_on(Line& line, std::string_view content) {
    Element& element = open_.back();
    const bool is_same = element_name(content) == element.name;
    if (is_same && content.find("</" + element.name) == std::string_view::npos) ++element.inside;
    if (content.empty()) return;
    learn(line.text);
    line.rewrite(std::string(without_indentation(line.text, extra_)));
  }

  // The first line inside says how deep all are.
  void learn(std::string_view text) {
    Element& element = open_.back();
    if (element.is_known) return;
    element.is_known = true;
    const std::size_t indent = shifted(text);
    element.extra = indent > element.indent ? indent - element.indent : 0;
    extra_ += element.extra;
  }

  // Columns before a text when what is known of the elements around it is taken off.
  std::size_t shifted(std::string_view text) const {
    const std::size_t columns = indentation(text);
    return columns - std::min(columns, extra_);
  }

  void add_blank(const Line& source) {
    if (out_.empty() || is_blank_line(out_.back().text)) return;
    out_.push_back(source);
    out_.back().rewrite("");
    added_ = true;
  }

  Lines out_;
  bool added_ = false;  // the empty line at its end
  std::vector<Element> open_;
  std::size_t extra_ = 0;  // of all that are open
};

// Notion exports its callouts as `<aside>` with Markdown directly below it.
void read_asides(Lines& lines) {
  Line* open = nullptr;
  for (Line& line : lines) {
    if (line.kind != LineKind::text) continue;
    const std::size_t start = content_start(line.text);
    const std::string_view content = kb::trim(std::string_view(line.text).substr(start));
    if (content == "<aside>") open = &line;
    if (content != "</aside>" || open == nullptr) continue;
    open->rewrite(open->text.substr(0, content_start(open->text)) + ":::note");
    line.rewrite(line.text.substr(0, start) + ":::");
    open = nullptr;
  }
}

}  // namespace

void read_html_markdown(Lines& lines) {
  if (hold_any(lines, {"</aside>"})) read_asides(lines);
  if (!hold_any(lines, {" markdown>", " markdown ", " markdown="})) return;
  Reader reader;
  for (Line& line : lines) reader.read(std::move(line));
  lines = reader.take();
  mark_kinds(lines);
}

}  // namespace indexer
