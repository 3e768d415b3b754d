#include "indexer/inline/unknown_tags.h"

#include "indexer/lines/inline_text.h"
#include "indexer/lines/line_writer.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/tag_labels.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestTemplateTag = 1'000;

std::optional<Tag> read_template_tag(std::string_view rest) {
  if (!rest.starts_with("{%") && !rest.starts_with("{{<") && !rest.starts_with("{{%")) return std::nullopt;
  return read_tag(rest.substr(0, kLongestTemplateTag));
}

// Its title, or the first value that is more than a word.
std::string title_words(const Tag& tag) {
  std::string title = tag.value({"title", "label", "caption", "text", "content", "description", "alt"});
  if (!title.empty()) return title;
  for (std::string& value : tag.positional()) {
    if (value.find(' ') != std::string::npos) return std::move(value);
  }
  return "";
}

class PairReader {
 public:
  explicit PairReader(std::string_view line) : begin_(line, "{") {}

  // An opening tag whose closing tag stands on the line: what is between them.
  std::optional<Replacement> read(std::string_view rest, std::string_view before) {
    if (rest.front() != '{') return std::nullopt;
    const auto open = read_template_tag(rest);
    if (!open || open->form != TagForm::open) return std::nullopt;
    for (std::size_t at = begin_.from(before.size() + open->size); at != std::string_view::npos;
         at = begin_.from(at + 1)) {
      const std::string_view behind = rest.substr(at - before.size());
      const auto close = read_template_tag(behind);
      if (!close) continue;
      if (close->form != TagForm::close || close->name != open->name) return std::nullopt;
      const std::string_view inside = rest.substr(open->size, at - before.size() - open->size);
      return Replacement{at - before.size() + close->size, std::string(inside)};
    }
    return std::nullopt;
  }

 private:
  NextPlace begin_;
};

// The tag of a line that holds nothing else; nullopt for any other line.
std::optional<Tag> lone_tag(std::string_view line) {
  const std::string_view content = kb::trim(line.substr(content_start(line)), kb::kBlanks);
  auto tag = read_template_tag(content);
  return tag && tag->size == content.size() ? std::move(tag) : std::nullopt;
}

}  // namespace

void remove_unknown_tags(Lines& lines, RuleFindings& unknown) {
  if (!hold_any(lines, {"{%", "{{<", "{{%"})) return;
  constexpr std::string_view kMessage =
      "tags that are not known are left out, their titles and what is inside are kept";
  LineWriter out;
  for (Line& line : lines) {
    const bool may_hold = line.kind == LineKind::text && line.text.find('{') != std::string::npos;
    const auto tag = may_hold ? lone_tag(line.text) : std::nullopt;
    if (tag) {
      unknown.add(std::string(kMessage), {line.number, 1});
      out.begin(line, line.text.substr(0, content_start(line.text)));
      const std::string target = title_words(*tag).empty() ? "" : link_of_unknown(*tag);
      const std::string words =
          tag->form == TagForm::close ? "" : strong_link_words(title_words(*tag), target);
      words.empty() ? out.gap() : out.paragraph(words);
      out.end();
      continue;
    }
    if (may_hold) {
      const std::string text = line.text;
      PairReader reader(text);
      line.rewrite(rewrite_inline(
          text, [&](std::string_view rest, std::string_view before) { return reader.read(rest, before); }));
      if (line.text != text) unknown.add(std::string(kMessage), {line.number, 1});
    }
    out.keep(std::move(line));
  }
  lines = out.take();
}

}  // namespace indexer
