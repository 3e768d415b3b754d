#include "indexer/myst/myst_roles.h"

#include <algorithm>
#include <vector>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/myst/myst_labels.h"
#include "indexer/myst/myst_role.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestMystTarget = 1'000;

std::string element(std::string_view name, std::string_view text, std::string_view title = {}) {
  std::string words = escape_words(text);
  if (words.ends_with('\\')) words += ' ';  // it would take the tag for text
  std::string attribute;
  for (const char c : title) attribute += c == '"' ? "&quot;" : c == '<' ? "&lt;" : std::string(1, c);
  if (!attribute.empty()) attribute = " title=\"" + attribute + "\"";
  return "<" + std::string(name) + attribute + ">" + words + "</" + std::string(name) + ">";
}

std::string code_words(std::string_view text) {
  const std::string fence(longest_backticks(text) + 1, '`');
  const bool has_tick = text.starts_with('`') || text.ends_with('`');
  return fence + (has_tick ? " " : "") + std::string(text) + (has_tick ? " " : "") + fence;
}

// `~a.b.C` shows the last part, `!a` is no link, `{x}` stands for a value.
std::string thing_of_code(std::string_view inside) {
  const auto [text, target] = titled_target(inside);
  std::string_view name = text.empty() ? target : text;
  if (name.starts_with('~'))
    name = name.substr(name.rfind('.') == std::string_view::npos ? 1 : name.rfind('.') + 1);
  if (name.starts_with('!')) name.remove_prefix(1);
  return code_words(name);
}

// "File → Save" of `&File --> Save`.
std::string menu_words(std::string_view inside) {
  std::string text;
  for (std::size_t at = 0; at < inside.size(); ++at) {
    if (inside.substr(at).starts_with("-->")) {
      text += "→";
      at += 2;
    } else if (inside[at] != '&' || inside.substr(at + 1).starts_with(' ') ||
               inside.substr(at).starts_with("&&")) {
      text += inside[at];
      if (inside.substr(at).starts_with("&&")) ++at;
    }
  }
  return strong_words(text);
}

std::string abbreviation(std::string_view inside) {
  const std::size_t open = inside.ends_with(')') ? inside.rfind(" (") : std::string_view::npos;
  if (open == std::string_view::npos) return escape_words(inside);
  return element("abbr", inside.substr(0, open), inside.substr(open + 2, inside.size() - open - 3));
}

std::string readable_label(std::string_view label) {
  std::string words(label);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

class RoleReader {
 public:
  RoleReader(const DialectContext& context, RuleFindings& unknown) : context_(&context), unknown_(&unknown) {}

  void run(Lines& lines) {
    join_broken(lines);
    const std::size_t count = lines.size();
    labels_ = MystLabels::take(lines, [&](std::string_view heading) { return rewrite(heading, nullptr); });
    if (lines.size() != count) mark_kinds(lines);
    for (Line& line : lines) {
      if (line.kind == LineKind::text) line.rewrite(rewrite(line.text, &line));
    }
  }

 private:
  // A role may go on in the next line of its paragraph.
  void join_broken(Lines& lines) const {
    std::vector<bool> gone(lines.size(), false);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      Line& next = lines[i + 1];
      if (lines[i].kind != LineKind::text || next.kind != LineKind::text || !is_open_at_end(lines[i].text))
        continue;
      const std::size_t start = std::min(next.text.find_first_not_of(" \t>"), next.text.size());
      const std::size_t close = next.text.find('`', start);
      if (close == std::string::npos) continue;
      const std::size_t end = std::min(next.text.find(' ', close), next.text.size());
      lines[i].rewrite(lines[i].text + " " + next.text.substr(start, end - start));
      next.rewrite(next.text.substr(0, start) + std::string(kb::trim(next.text.substr(end))));
      gone[i + 1] = next.text.size() == start;
    }
    std::size_t at = 0;
    std::erase_if(lines, [&](const Line&) { return gone[at++]; });
  }

  bool is_open_at_end(std::string_view line) const {
    if (line.find("}`") == std::string_view::npos) return false;
    bool is_open = false;
    rewrite_inline(line, [&](std::string_view rest, std::string_view) -> std::optional<Replacement> {
      const std::size_t name = myst_role_name(rest);
      if (name == 0 || !is_myst_role(rest.substr(1, name), context_->is_sphinx)) return std::nullopt;
      const auto role = myst_role_at(rest, context_->is_sphinx);
      is_open = is_open || !role;
      return Replacement{role ? role->size : rest.size(), ""};
    });
    return is_open;
  }

  // `line` says where findings are; none are made for nullptr.
  std::string rewrite(std::string_view text, const Line* line) {
    const bool may_hold = text.find("}`") != std::string_view::npos ||
                          text.find("](") != std::string_view::npos ||
                          text.find("<project:") != std::string_view::npos;
    if (!may_hold) return std::string(text);
    return rewrite_inline(text,
                          [&](std::string_view rest, std::string_view before) -> std::optional<Replacement> {
                            if (rest.front() == '{') return role(rest, line);
                            if (rest.front() == ']') return target(rest);
                            const bool is_image = before.ends_with('!');
                            if (!context_->is_sphinx || is_image) return std::nullopt;
                            if (rest.starts_with("[](")) return untitled(rest, "[](", ')');
                            return rest.starts_with("<project:") ? untitled(rest, "<", '>') : std::nullopt;
                          });
  }

  std::optional<Replacement> role(std::string_view rest, const Line* line) {
    const auto found = myst_role_at(rest, context_->is_sphinx);
    if (!found) return std::nullopt;
    return Replacement{found->size, words_of(*found, line)};
  }

  std::string words_of(const MystRole& role, const Line* line) {
    const auto [text, target] = titled_target(role.inside);
    switch (role.kind) {
      case MystRoleKind::keys:
        return element("kbd", role.inside);
      case MystRoleKind::below:
        return element("sub", role.inside);
      case MystRoleKind::above:
        return element("sup", role.inside);
      case MystRoleKind::menu:
        return menu_words(role.inside);
      case MystRoleKind::strong:
        return strong_words(role.inside);
      case MystRoleKind::emphasis:
        return "*" + escape_words(role.inside) + "*";
      case MystRoleKind::code:
        return thing_of_code(role.inside);
      case MystRoleKind::math:
        if (line != nullptr) unknown_->add("a formula is shown as its source", {line->number, 1});
        return code_words(role.inside);
      case MystRoleKind::abbr:
        return abbreviation(role.inside);
      case MystRoleKind::doc:
        return link_words(text.empty() ? title_of(target) : std::string(text), target);
      case MystRoleKind::file:
        return link_words(text, target);
      case MystRoleKind::ref:
        return reference(text, target, line);
      case MystRoleKind::icon:
        return "";
      default:
        return escape_words(text.empty() ? target : text);
    }
  }

  std::string title_of(std::string_view target) const {
    return context_->title ? context_->title(target).value_or("") : "";
  }

  std::string reference(std::string_view text, std::string_view label, const Line* line) {
    const MystPlace* place = labels_.find(label);
    if (place == nullptr && line != nullptr) {
      unknown_->add("`{ref}` to a label of another page is no link, its text is kept", {line->number, 1});
    }
    const std::string words = !text.empty()      ? std::string(text)
                              : place != nullptr ? place->title
                                                 : readable_label(label);
    return place != nullptr && !place->id.empty() ? link_words(words, "#" + place->id) : escape_words(words);
  }

  // `](#label)` and `](project:page.md)`.
  std::optional<Replacement> target(std::string_view rest) const {
    if (!rest.starts_with("](") || (labels_.empty() && !context_->is_sphinx)) return std::nullopt;
    const std::size_t close = rest.substr(0, kLongestMystTarget).find_first_of(") ");
    if (close == std::string_view::npos || rest[close] != ')') return std::nullopt;
    const std::string other = own_target(rest.substr(2, close - 2));
    return Replacement{close + 1, "](" + other + ")"};
  }

  // What a target of MyST is for us.
  std::string own_target(std::string_view target) const {
    if (context_->is_sphinx) {
      for (const std::string_view scheme : {"project:", "path:", "doc:"}) {
        if (target.starts_with(scheme)) target.remove_prefix(scheme.size());
      }
    }
    const MystPlace* place = labels_.find(target.substr(target.starts_with('#') ? 1 : 0));
    return place != nullptr && !place->id.empty() ? "#" + place->id : std::string(target);
  }

  // A link without a text has the title of what it leads to.
  std::optional<Replacement> untitled(std::string_view rest, std::string_view open, char end) const {
    const std::size_t close = rest.substr(0, kLongestMystTarget).find(end);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view written = rest.substr(open.size(), close - open.size());
    const std::string target = own_target(written);
    const std::string_view label = written.substr(std::min(written.find('#'), written.size()));
    const MystPlace* place = labels_.find(label.substr(label.empty() ? 0 : 1));
    std::string text = place != nullptr ? place->title : title_of(target);
    if (text.empty() && !label.empty()) text = readable_label(label.substr(1));
    return Replacement{close + 1, link_words(text, target)};
  }

  const DialectContext* context_;
  RuleFindings* unknown_;
  MystLabels labels_;
};

}  // namespace

void read_myst_roles(Lines& lines, const DialectContext& context, RuleFindings& unknown) {
  const bool may_hold = hold_any(lines, {"}`", ")="});
  if (may_hold || (context.is_sphinx && hold_any(lines, {"[](", "project:", "](path:", "](doc:"})))
    RoleReader(context, unknown).run(lines);
}

}  // namespace indexer
