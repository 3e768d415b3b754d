#include "indexer/inline/inline_marks.h"

#include <algorithm>
#include <array>

#include "indexer/inline/attributes.h"
#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestMark = 1'000;
constexpr std::size_t kLongestKeys = 100;

std::string element(std::string_view tag, std::string_view text) {
  return "<" + std::string(tag) + ">" + std::string(text) + "</" + std::string(tag) + ">";
}

struct Pair {
  std::string_view mark;
  std::string_view tag;
};
constexpr std::array<Pair, 3> kPairs{{{"==", "mark"}, {"^^", "ins"}, {"++", "ins"}}};

// A key as MkDocs names it. "" for a word that is none.
std::string key_name(std::string_view key) {
  constexpr std::array<std::array<std::string_view, 2>, 16> kSigns{{{"plus", "+"},
                                                                    {"minus", "-"},
                                                                    {"comma", ","},
                                                                    {"period", "."},
                                                                    {"slash", "/"},
                                                                    {"backslash", "\\\\"},
                                                                    {"colon", ":"},
                                                                    {"semicolon", ";"},
                                                                    {"equal", "="},
                                                                    {"grave", "\\`"},
                                                                    {"tilde", "\\~"},
                                                                    {"hash", "#"},
                                                                    {"question", "?"},
                                                                    {"exclam", "!"},
                                                                    {"asterisk", "\\*"},
                                                                    {"underscore", "\\_"}}};
  constexpr std::array<std::string_view, 42> kKeys{
      "alt",         "alt-gr", "altgr",     "arrow-down", "arrow-left",   "arrow-right", "arrow-up",
      "backspace",   "break",  "caps-lock", "cmd",        "command",      "control",     "ctrl",
      "del",         "delete", "down",      "end",        "enter",        "esc",         "escape",
      "fn",          "home",   "ins",       "insert",     "left",         "menu",        "meta",
      "num-lock",    "option", "page-down", "page-up",    "print-screen", "return",      "right",
      "scroll-lock", "shift",  "space",     "super",      "tab",          "up",          "win"};
  for (const auto& [name, sign] : kSigns) {
    if (key == name) return std::string(sign);
  }
  const bool is_function_key = key.size() > 1 && key.size() < 4 && key.front() == 'f' &&
                               std::all_of(key.begin() + 1, key.end(), kb::is_digit);
  const bool is_known = key.size() == 1 || is_function_key || key == "windows" ||
                        std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
  if (!is_known) return "";
  std::string shown;
  for (const char c : key) {
    const bool begins_word = shown.empty() || shown.back() == ' ';
    shown += c == '-' && key.size() > 1 ? ' ' : begins_word ? kb::to_upper(c) : c;
  }
  return shown;
}

// "ctrl+alt+del" and "ctrl+"My key"" -> <kbd> each; "" when one of them is no key.
std::string keys(std::string_view inside) {
  std::string out;
  while (!inside.empty()) {
    std::string name;
    std::size_t size = 0;
    if (inside.front() == '"' || inside.front() == '\'') {
      const std::size_t end = inside.find(inside.front(), 1);
      if (end == std::string_view::npos) return "";
      name = inside.substr(1, end - 1);
      size = end + 1;
    } else {
      size = std::min(inside.find('+'), inside.size());
      name = key_name(kb::to_lower(inside.substr(0, size)));
    }
    if (name.empty() || (size < inside.size() && inside[size] != '+') || size + 1 == inside.size()) return "";
    out += (out.empty() ? "" : "+") + element("kbd", name);
    inside.remove_prefix(std::min(size + 1, inside.size()));
  }
  return out;
}

class MarkReader {
 public:
  explicit MarkReader(std::string_view line)
      : pairs_{NextPlace(line, "=="), NextPlace(line, "^^"), NextPlace(line, "++")},
        bracket_(line, "]"),
        brace_(line, "}") {}

  std::optional<Replacement> read(std::string_view rest, std::string_view before) {
    switch (rest.front()) {
      case '=':
      case '+':
        return pair(rest, before);
      case '^':
        return rest.starts_with("^^") ? pair(rest, before) : script(rest, before, "sup");
      case '~':
        return script(rest, before, "sub");
      case '{':
        return critic(rest, before);
      case '[':
        return adobe(rest, before);
      case ':':
        return icon(rest, before);
      default:
        return std::nullopt;
    }
  }

 private:
  std::optional<Replacement> pair(std::string_view rest, std::string_view before) {
    for (std::size_t i = 0; i < kPairs.size(); ++i) {
      const auto& [mark, tag] = kPairs[i];
      if (!rest.starts_with(mark) || rest.size() < 5) continue;
      const char sign = mark.front();
      const bool is_open = !kb::is_blank(rest[2]) && rest[2] != sign &&
                           (before.empty() || (before.back() != sign && !kb::is_alnum(before.back())));
      const std::size_t end = is_open ? pairs_[i].from(before.size() + 3) : std::string_view::npos;
      if (end == std::string_view::npos || end - before.size() > kLongestMark) return std::nullopt;
      const std::string_view inside = rest.substr(2, end - before.size() - 2);
      const std::string_view behind = rest.substr(inside.size() + 4);
      const bool is_closed = !kb::is_blank(inside.back()) &&
                             (behind.empty() || (behind.front() != sign && !kb::is_alnum(behind.front())));
      if (!is_closed) return std::nullopt;
      if (sign == '+' && inside.size() <= kLongestKeys) {
        if (std::string found = keys(inside); !found.empty())
          return Replacement{inside.size() + 4, std::move(found)};
      }
      return Replacement{inside.size() + 4, element(tag, inside)};
    }
    return std::nullopt;
  }

  // Critic Markup, as MkDocs shows it: `{++new++}`, `{--old--}`, `{==marked==}`, `{~~old~>new~~}`.
  std::optional<Replacement> critic(std::string_view rest, std::string_view before) {
    constexpr std::array<Pair, 4> kChanges{{{"++", "ins"}, {"--", "del"}, {"==", "mark"}, {"~~", "del"}}};
    const auto* const change = std::find_if(kChanges.begin(), kChanges.end(), [&](const Pair& one) {
      return rest.substr(1).starts_with(one.mark);
    });
    const std::size_t brace =
        change == kChanges.end() ? std::string_view::npos : brace_.from(before.size() + 3);
    if (brace == std::string_view::npos || brace - before.size() > kLongestMark) return std::nullopt;
    const std::size_t size = brace - before.size() + 1;
    if (size < 7 || !rest.substr(0, size - 1).ends_with(change->mark)) return std::nullopt;
    const std::string_view inside = rest.substr(3, size - 6);
    if (change->mark != "~~") return Replacement{size, element(change->tag, inside)};
    const std::size_t arrow = inside.find("~>");
    if (arrow == std::string_view::npos) return std::nullopt;
    return Replacement{size,
                       element("del", inside.substr(0, arrow)) + element("ins", inside.substr(arrow + 2))};
  }

  // H~2~O and 10^-3^: a few letters or digits right behind others. `~a~` alone is struck text on GitHub.
  static std::optional<Replacement> script(std::string_view rest, std::string_view before,
                                           std::string_view tag) {
    constexpr std::size_t kLongest = 12;
    if (before.empty() || !(kb::is_alnum(before.back()) || before.back() == ')')) return std::nullopt;
    std::size_t end = 1;
    if (end < rest.size() && (rest[end] == '-' || rest[end] == '+')) ++end;
    const std::size_t begin = end;
    while (end < std::min(rest.size(), kLongest) && kb::is_alnum(rest[end])) ++end;
    if (end == begin || end >= rest.size() || rest[end] != rest.front()) return std::nullopt;
    if (rest.substr(end + 1).starts_with(rest.front())) return std::nullopt;
    return Replacement{end + 1, element(tag, rest.substr(1, end - 1))};
  }

  // [!DNL Name] is not translated, [!UICONTROL Save] is on the screen, [!BADGE New]{type=Positive} a label.
  std::optional<Replacement> adobe(std::string_view rest, std::string_view before) {
    constexpr std::array<std::string_view, 3> kNames{"[!DNL ", "[!UICONTROL ", "[!BADGE "};
    const auto name = std::find_if(kNames.begin(), kNames.end(), [&](std::string_view one) {
      return kb::to_lower(rest.substr(0, one.size())) == kb::to_lower(one);
    });
    const std::size_t end = name == kNames.end() ? std::string_view::npos : bracket_.from(before.size());
    if (end == std::string_view::npos || end - before.size() > kLongestMark) return std::nullopt;
    const std::size_t size = end - before.size();
    const std::string text(kb::trim(rest.substr(name->size(), size - std::min(size, name->size()))));
    if (text.empty()) return std::nullopt;
    const std::string_view behind = rest.substr(size + 1);
    const auto list = behind.starts_with('{') ? read_attribute_list(behind) : std::nullopt;
    const bool is_control = *name == kNames[1] && !is_strong(before);
    return Replacement{size + 1 + (list ? list->size : 0), is_control ? "**" + text + "**" : text};
  }

  // Whether asterisks before it make it strong already, as in `**[!UICONTROL Save] > [!UICONTROL As]**`.
  bool is_strong(std::string_view before) {
    for (std::size_t at = before.find("**", counted_); at != std::string_view::npos;
         at = before.find("**", counted_)) {
      is_strong_ = !is_strong_;
      counted_ = at + 2;
    }
    counted_ = std::max(counted_, before.size());
    return is_strong_;
  }

  // `:material-home:`, with a list of attributes or not.
  static std::optional<Replacement> icon(std::string_view rest, std::string_view before) {
    constexpr std::array<std::string_view, 6> kSets{":material-", ":octicons-", ":fontawesome-",
                                                    ":simple-",   ":lucide-",   ":fa-"};
    if (!before.empty() && kb::is_alnum(before.back())) return std::nullopt;
    if (std::none_of(kSets.begin(), kSets.end(), [&](std::string_view set) { return rest.starts_with(set); }))
      return std::nullopt;
    const std::size_t end =
        std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", 1), rest.size());
    if (!rest.substr(end).starts_with(':')) return std::nullopt;
    const std::string_view behind = rest.substr(end + 1);
    const auto list = behind.starts_with('{') ? read_attribute_list(behind) : std::nullopt;
    std::size_t size = end + 1 + (list ? list->size : 0);
    // At the beginning of a line the blank behind it would shift what belongs to a list.
    const bool begins_line = content_start(std::string(before) + "x") == before.size();
    if (begins_line && size < rest.size() && rest[size] == ' ') ++size;
    return Replacement{size, ""};
  }

  std::array<NextPlace, kPairs.size()> pairs_;
  NextPlace bracket_;
  NextPlace brace_;
  std::size_t counted_ = 0;  // asterisks before it were
  bool is_strong_ = false;
};

bool is_heading_line(std::string_view line) {
  return line.find_first_not_of(" \t>=") == std::string_view::npos;
}

}  // namespace

void read_inline_marks(Lines& lines) {
  for (Line& line : lines) {
    if (line.kind != LineKind::text || line.text.find_first_of("=^+~[:{") == std::string::npos) continue;
    if (is_heading_line(line.text)) continue;
    const std::string text = line.text;
    MarkReader reader(text);
    line.rewrite(rewrite_prose(
        text, [&](std::string_view rest, std::string_view before) { return reader.read(rest, before); }));
  }
}

}  // namespace indexer
