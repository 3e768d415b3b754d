#include "indexer/markdown/directive.h"

#include <algorithm>
#include <array>

#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 7> kAlerts = {"note",    "tip",  "important", "warning",
                                                     "caution", "info", "danger"};
// `raw` and `v-pre` (VitePress) only hold what is inside.
constexpr std::array<std::string_view, 7> kBlocks = {"details", "tabs", "tab",  "steps",
                                                     "step",    "raw",  "v-pre"};
// DocFX names that stand alone: they have no content that a closing `:::` ends.
constexpr std::array<std::string_view, 6> kStandAlone = {"zone",   "moniker", "row",
                                                         "column", "code",    "no-loc"};

constexpr std::string_view kOpen = "{open}";

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

// Where the bracket that `text` begins with is closed, npos when it is not.
std::size_t closing_bracket(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') ++open;
    if (text[at] == ']' && --open == 0) return at;
  }
  return std::string_view::npos;
}

// `:::note[Title]`, `:::note{title="Title"}` and `:::note Title`. "[Beta] features" is a title of the last
// kind.
std::string_view written_title(std::string_view rest) {
  if (!rest.starts_with('[')) return rest;
  const std::size_t end = closing_bracket(rest);
  if (end == std::string_view::npos) return rest;
  const std::string_view after = kb::trim(rest.substr(end + 1), kb::kBlanks);
  return after.empty() || after.starts_with('{') ? rest.substr(1, end - 1) : rest;
}

std::string title_of(std::string_view rest) {
  rest = kb::trim(rest, kb::kBlanks);
  if (!rest.starts_with('{') || rest.starts_with(kOpen)) return plain_label(written_title(rest));
  const std::size_t end = std::min(rest.find('}'), rest.size() - 1) + 1;
  const std::string title = attribute(rest.substr(0, end - 1), "title");
  return plain_label(title.empty() ? rest.substr(end) : title);
}

// VitePress has `::: details Title {open}`.
bool take_open(std::string& title) {
  if (!title.ends_with(kOpen)) return false;
  title = kb::trim(std::string_view(title).substr(0, title.size() - kOpen.size()), kb::kBlanks);
  return true;
}

// "callout-tip" of Quarto's `::: {.callout-tip title="..."}`, "note" of MyST's `:::{note}`; "" for others.
std::string name_in_braces(std::string_view rest) {
  constexpr std::string_view kCallout = "callout-";
  if (!rest.starts_with('{')) return "";
  rest.remove_prefix(rest.starts_with("{.") ? 2 : 1);
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_character);
  std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  if (name.starts_with(kCallout)) name.remove_prefix(kCallout.size());
  return std::string(alert_kind(name));
}

// What other tools call a kind of alert becomes ours; what they show as its title is kept.
void name_alert(Directive& found) {
  const std::string_view kind = alert_kind(found.name);
  if (kind.empty()) return;
  if (found.title.empty()) found.title = alert_title(found.name);
  found.name = kind;
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
  if (found.kind == DirectiveKind::other) return found;
  if (found.name.empty()) found.name = name_in_braces(rest);
  found.title = title_of(rest);
  found.is_open = take_open(found.title);
  name_alert(found);
  return found;
}

bool is_known_block(std::string_view name) {
  return is_alert_name(name) || std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

std::string plain_label(std::string_view markdown) {
  std::string out;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const char c = markdown[at];
    const char next = at + 1 < markdown.size() ? markdown[at + 1] : ' ';
    if (c == '\\' && next > ' ' && next <= '~' && !kb::is_alnum(next)) {
      out += next;
      ++at;
    } else {
      const bool is_in_word = c == '_' && at > 0 && kb::is_alnum(markdown[at - 1]) && kb::is_alnum(next);
      if (is_in_word || (c != '`' && c != '*' && c != '_')) out += c;
    }
  }
  return std::string(kb::trim(out, kb::kBlanks));
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
