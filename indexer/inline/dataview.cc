#include "indexer/inline/dataview.h"

#include <algorithm>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::string_view kFieldSign = ":: ";
constexpr std::size_t kLongestKey = 40;
constexpr std::size_t kLongestField = 1'000;

// Letters, digits, and signs and blanks between them.
bool is_field_key(std::string_view key) {
  return !key.empty() && key.size() <= kLongestKey && kb::is_letter(key.front()) &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return kb::is_alnum(c) || c == '-' || c == '_' || c == ' '; });
}

// `[key:: value]`; brackets in the value come in pairs.
std::optional<Replacement> field_at(std::string_view rest, std::string_view before) {
  const bool is_shown = rest.front() == '[';
  if ((!is_shown && rest.front() != '(') || before.ends_with(']')) return std::nullopt;
  const std::size_t sign = rest.substr(0, kLongestKey + 5).find(kFieldSign);
  if (sign == std::string_view::npos || !is_field_key(rest.substr(1, sign - 1))) return std::nullopt;
  const char open = rest.front();
  const char close = is_shown ? ']' : ')';
  int depth = 0;
  for (std::size_t at = 0; at < std::min(rest.size(), kLongestField); ++at) {
    if (rest[at] == open) ++depth;
    if (rest[at] != close || --depth > 0) continue;
    if (rest.substr(at + 1).starts_with('(')) return std::nullopt;
    const std::string_view value = kb::trim(rest.substr(sign + 3, at - sign - 3));
    const std::string key(rest.substr(1, sign - 1));
    return Replacement{at + 1, (is_shown ? key + ": " : "") + std::string(value)};
  }
  return std::nullopt;
}

// `**Key**:: value` or `key:: value` on a line of its own.
std::string with_bold_key(const std::string& line) {
  const std::size_t start = content_start(line);
  const std::size_t sign = line.find("::", start);
  if (sign == std::string::npos || sign > start + kLongestKey + 4) return line;
  if (sign + 2 < line.size() && line[sign + 2] != ' ') return line;
  const std::string_view key = kb::trim(std::string_view(line).substr(start, sign - start), "*_");
  return is_field_key(key) ? line.substr(0, start) + "**" + std::string(key) + "**:" + line.substr(sign + 2)
                           : line;
}

}  // namespace

void read_dataview(Lines& lines) {
  bool after_field = false;
  for (Line& line : lines) {
    if (line.kind != LineKind::text || line.text.find("::") == std::string::npos) {
      after_field = false;
      continue;
    }
    std::string text = with_bold_key(line.text);
    const bool is_field = text != line.text;
    line.rewrite(rewrite_inline(text, field_at));
    // Each stands on its own line.
    if (is_field && after_field && content_start(line.text) == 0) (&line - 1)->text += "\\";
    after_field = is_field;
  }
}

}  // namespace indexer
