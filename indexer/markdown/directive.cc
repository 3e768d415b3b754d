#include "indexer/markdown/directive.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 7> kAlerts = {"note",    "tip",  "important", "warning",
                                                     "caution", "info", "danger"};
// DocFX names that stand alone: they have no content that a closing `:::` ends.
constexpr std::array<std::string_view, 6> kStandAlone = {"zone",   "moniker", "row",
                                                         "column", "code",    "no-loc"};

bool is_name_character(char c) { return kb::is_alnum(c) || c == '-' || c == '_'; }

// The value of `name="value"` in a directive's attributes.
std::string attribute(std::string_view text, std::string_view name) {
  const std::string begin = std::string(name) + "=\"";
  std::size_t at = text.find(begin);
  while (at != std::string_view::npos && at > 0 && !kb::is_blank(text[at - 1]) && text[at - 1] != '{') {
    at = text.find(begin, at + 1);
  }
  if (at == std::string_view::npos) return "";
  at += begin.size();
  return std::string(text.substr(at, text.find('"', at) - at));
}

// `:::note[Title]`, `:::note{title="Title"}` and `:::note Title`.
std::string title_of(std::string_view rest) {
  rest = kb::trim(rest, kb::kBlanks);
  if (rest.starts_with('[') && rest.find(']') != std::string_view::npos) {
    return std::string(rest.substr(1, rest.find(']') - 1));
  }
  if (rest.starts_with('{')) return attribute(rest, "title");
  return std::string(rest);
}

bool stands_alone(std::string_view name, std::string_view rest) {
  return rest.ends_with(kDirectiveFence) || name.ends_with("-end") ||
         std::find(kStandAlone.begin(), kStandAlone.end(), name) != kStandAlone.end();
}

}  // namespace

std::optional<Directive> read_directive(std::string_view line) {
  Directive found;
  found.source = line;
  std::string_view rest = line;
  while (rest.starts_with(':')) rest.remove_prefix(1);
  rest = kb::trim(rest, kb::kBlanks);
  const auto name_end = std::find_if_not(rest.begin(), rest.end(), is_name_character);
  found.name = kb::to_lower(std::string_view(rest.begin(), name_end));
  rest.remove_prefix(found.name.size());
  if (found.name.empty() && rest.empty()) {
    found.kind = DirectiveKind::close;
    return found;
  }
  const bool is_number = !found.name.empty() && kb::is_digit(found.name.front());
  if (is_number || (found.name.empty() && !rest.starts_with('{'))) return std::nullopt;
  found.kind = stands_alone(found.name, rest) ? DirectiveKind::other : DirectiveKind::open;
  if (found.kind == DirectiveKind::open) found.title = title_of(rest);
  return found;
}

Directive read_image_directive(std::string_view text) {
  Directive found;
  found.kind = DirectiveKind::image;
  found.name = "image";
  found.source = text;
  found.url = attribute(text, "source");
  found.title = attribute(text, "alt-text");
  return found;
}

bool is_alert_name(std::string_view lower_case_name) {
  return std::find(kAlerts.begin(), kAlerts.end(), lower_case_name) != kAlerts.end();
}

}  // namespace indexer
