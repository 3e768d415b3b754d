#include "indexer/inline/markers.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

// In lower case, without blanks and the signs that trim blanks around a tag.
constexpr std::array<std::string_view, 19> kMarkers{"[toc]",
                                                    "@[toc]",
                                                    "[[toc]]",
                                                    "[[_toc_]]",  // MkDocs, markdown-it, VitePress, GitLab
                                                    "{{toc}}",
                                                    "{{>toc}}",
                                                    "${toc}",  // wikis
                                                    "{{<toc>}}",
                                                    "{{%toc%}}",
                                                    "{{<tableofcontents>}}",  // Hugo
                                                    "{:toc}",
                                                    "{::options/}",  // Kramdown
                                                    "{%toc%}",
                                                    "{%includetoc%}",
                                                    "{%includetoc.html%}",
                                                    "{%includetoc.htmlhtml=content%}",  // Jekyll
                                                    "\\newpage",
                                                    "\\pagebreak",
                                                    "\\tableofcontents"};  // Pandoc

constexpr std::size_t kMostAbbreviations = 100;
constexpr std::size_t kLongestWord = 40;

std::string_view own_text(const Line& line) {
  return kb::trim(std::string_view(line.text).substr(content_start(line.text)));
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 100)) {
    if (!kb::is_blank(c)) out += kb::to_lower(c);
  }
  return out;
}

bool is_marker(std::string_view text) {
  const std::string short_form = without_blanks(text);
  return std::find(kMarkers.begin(), kMarkers.end(), short_form) != kMarkers.end() ||
         short_form.starts_with("{:toc.") || short_form.starts_with("{:toc:");
}

// Kramdown's table of contents replaces the list above its mark: "* TOC" or "1. TOC".
bool is_replaced_list(const Line& line) {
  const std::size_t start = content_start(line.text);
  return start > 0 && line.text.find_first_not_of(" \t>") < start && own_text(line).size() < kLongestWord;
}

// The end of "*[HTML]" in "*[HTML]: Hyper Text", 0 when the line is something else.
std::size_t abbreviation_end(std::string_view line) {
  if (!line.starts_with("*[")) return 0;
  const std::size_t end = line.find("]:");
  return end == std::string_view::npos || end < 3 || end > kLongestWord ? 0 : end;
}

using Abbreviations = std::map<std::string, std::string, std::less<>>;

std::string escaped_title(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"')
      out += "&quot;";
    else if (c == '<')
      out += "&lt;";
    else
      out += c;
  }
  return out;
}

std::optional<Replacement> explain(std::string_view rest, std::string_view before,
                                   const Abbreviations& known) {
  if (!kb::is_alnum(rest.front()) || (!before.empty() && kb::is_alnum(before.back()))) return std::nullopt;
  std::size_t size = 1;
  while (size < std::min(rest.size(), kLongestWord) &&
         (kb::is_alnum(rest[size]) || rest[size] == '-' || rest[size] == '/'))
    ++size;
  while (size > 1 && !kb::is_alnum(rest[size - 1])) --size;
  const auto found = known.find(rest.substr(0, size));
  if (found == known.end()) return std::nullopt;
  return Replacement{size,
                     "<abbr title=\"" + escaped_title(found->second) + "\">" + found->first + "</abbr>"};
}

// Takes the definitions out.
Abbreviations take_abbreviations(Lines& lines) {
  Abbreviations known;
  std::erase_if(lines, [&](const Line& line) {
    const std::size_t end = line.kind == LineKind::text ? abbreviation_end(line.text) : 0;
    if (end == 0) return false;
    if (known.size() < kMostAbbreviations)
      known.emplace(line.text.substr(2, end - 2), kb::trim(std::string_view(line.text).substr(end + 2)));
    return true;
  });
  return known;
}

// Hugo shows `{{</* note */>}}` as {{< note >}}: it tells how to write one.
std::optional<Replacement> read_shown_tag(std::string_view rest) {
  const bool is_angle = rest.starts_with("{{</*");
  if (!is_angle && !rest.starts_with("{{%/*")) return std::nullopt;
  constexpr std::size_t kLongest = 300;
  const std::string_view close = is_angle ? "*/>}}" : "*/%}}";
  const std::size_t end = rest.substr(0, kLongest).find(close);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string inside(rest.substr(5, end - 5));
  return Replacement{end + close.size(), is_angle ? "`{{<" + inside + ">}}`" : "`{{%" + inside + "%}}`"};
}

}  // namespace

void read_markers(Lines& lines) {
  Lines kept;
  for (Line& line : lines) {
    if (line.kind == LineKind::text && is_marker(own_text(line))) {
      if (own_text(line).starts_with("{:") && !kept.empty() && is_replaced_list(kept.back())) kept.pop_back();
      continue;
    }
    kept.push_back(std::move(line));
  }
  lines = std::move(kept);
  const Abbreviations known = take_abbreviations(lines);
  for (Line& line : lines) {
    if (line.kind != LineKind::text) continue;
    if (line.text.find("/*") != std::string::npos)
      line.rewrite(rewrite_inline(
          line.text, [](std::string_view rest, std::string_view) { return read_shown_tag(rest); }));
    if (known.empty()) continue;
    line.rewrite(rewrite_prose(line.text, [&](std::string_view rest, std::string_view before) {
      return explain(rest, before, known);
    }));
  }
}

}  // namespace indexer
