#include "indexer/dialects/include_text.h"

#include <algorithm>
#include <array>

#include "indexer/dialects/code_fences.h"
#include "indexer/dialects/notes.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/myst/myst_notes.h"
#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

// Without notes and comments, each line where it was, so that a part never shows what all of it hides.
std::string public_text(std::string_view text, const DialectContext& context) {
  Lines lines = split_lines(text, 1);
  RuleFindings ignored("unknown-syntax");
  close_raw_fences(lines);
  remove_myst_notes(lines, context);
  remove_notes(lines, ignored);
  mark_kinds(lines);
  std::string out;
  int number = 1;
  for (const Line& line : lines) {
    for (; number < line.number; ++number) out += '\n';
    if (line.kind != LineKind::comment) out += line.text;
    out += '\n';
    ++number;
  }
  return out;
}

std::string argument(const IncludeTag& tag, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = tag.arguments.find(name);
    if (found != tag.arguments.end() && found->second.find("{{") == std::string::npos) return found->second;
  }
  return "";
}

// A fence's language is one plain word.
std::string plain_word(std::string_view text) {
  std::string word(text);
  std::erase_if(word,
                [](char c) { return !kb::is_alnum(c) && c != '+' && c != '-' && c != '_' && c != '#'; });
  return word;
}

}  // namespace

Lines cut_lines(std::string_view text, const Excerpt& asked, const Line& at, const DialectContext& context,
                RuleFindings* notes) {
  const auto part = asked.has_marks() ? with_lines_of_marks(text, asked) : asked;
  if (!part) return {};
  const std::string visible =
      notes != nullptr && !part->is_whole() ? public_text(text, context) : std::string(text);
  Lines lines = split_lines(cut_excerpt(visible, *part), at.number);
  for (Line& line : lines) line = {std::move(line.text), at.number, true, at.kind};
  if (notes == nullptr) return lines;
  close_raw_fences(lines);
  remove_myst_notes(lines, context);
  remove_notes(lines, *notes);
  return lines;
}

void make_code(Lines& lines, std::string_view language, const Line& at) {
  std::size_t ticks = 3;
  for (const Line& line : lines) {
    const std::size_t first = std::min(line.text.find('`'), line.text.size());
    const std::size_t end = std::min(line.text.find_first_not_of('`', first), line.text.size());
    ticks = std::max(ticks, end - first + 1);
  }
  const std::string fence(ticks, '`');
  lines.insert(lines.begin(), Line{fence + plain_word(language), at.number, true, LineKind::code});
  lines.push_back({fence, at.number, true, LineKind::code});
}

Lines template_words(const IncludeTag& tag, std::string_view written, const Line& at) {
  const std::string_view file = std::string_view(tag.target).substr(tag.target.rfind('/') + 1);
  const std::string_view name = file.substr(0, file.find('.'));
  const std::string text =
      argument(tag, {"content", "text", "message", "body", "label", "title", "description"});
  const std::string target = argument(tag, {"link", "url", "href"});
  const bool is_link =
      target.find_first_of("/.:#") != std::string::npos && text.find('_') == std::string::npos;
  Lines lines;
  const auto add = [&](std::string line) { lines.push_back({std::move(line), at.number, true, at.kind}); };
  if (!alert_kind(name).empty()) {
    add(std::string(written));  // tagged_blocks reads it
  } else if (is_link && !text.empty()) {
    add(link_words(text, target));
  } else if (text.find(' ') != std::string::npos) {  // a single word is the name of a variable
    add(text);
  } else if (name.find("image") != std::string_view::npos || name == "figure" || name == "img") {
    const std::string image = argument(tag, {"file", "src", "url", "path", "image_path"});
    if (!image.empty()) add("![" + argument(tag, {"alt", "caption"}) + "](<" + image + ">)");
  }
  return lines;
}

}  // namespace indexer
