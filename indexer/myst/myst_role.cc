#include "indexer/myst/myst_role.h"

#include <algorithm>
#include <array>
#include <string>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestRole = 1'000;
constexpr std::size_t kLongestName = 60;

struct NamedRole {
  std::string_view name;
  MystRoleKind kind;
};

constexpr std::array kRoles{
    NamedRole{"kbd", MystRoleKind::keys},
    NamedRole{"guilabel", MystRoleKind::menu},
    NamedRole{"menuselection", MystRoleKind::menu},
    NamedRole{"strong", MystRoleKind::strong},
    NamedRole{"emphasis", MystRoleKind::emphasis},
    NamedRole{"dfn", MystRoleKind::emphasis},
    NamedRole{"term", MystRoleKind::words},
    NamedRole{"index", MystRoleKind::words},
    NamedRole{"file", MystRoleKind::code},
    NamedRole{"samp", MystRoleKind::code},
    NamedRole{"code", MystRoleKind::code},
    NamedRole{"literal", MystRoleKind::code},
    NamedRole{"command", MystRoleKind::code},
    NamedRole{"program", MystRoleKind::code},
    NamedRole{"option", MystRoleKind::code},
    NamedRole{"envvar", MystRoleKind::code},
    NamedRole{"class", MystRoleKind::code},
    NamedRole{"func", MystRoleKind::code},
    NamedRole{"meth", MystRoleKind::code},
    NamedRole{"mod", MystRoleKind::code},
    NamedRole{"attr", MystRoleKind::code},
    NamedRole{"exc", MystRoleKind::code},
    NamedRole{"data", MystRoleKind::code},
    NamedRole{"obj", MystRoleKind::code},
    NamedRole{"const", MystRoleKind::code},
    NamedRole{"token", MystRoleKind::code},
    NamedRole{"sub", MystRoleKind::below},
    NamedRole{"subscript", MystRoleKind::below},
    NamedRole{"sup", MystRoleKind::above},
    NamedRole{"superscript", MystRoleKind::above},
    NamedRole{"math", MystRoleKind::math},
    NamedRole{"abbr", MystRoleKind::abbr},
    NamedRole{"doc", MystRoleKind::doc},
    NamedRole{"download", MystRoleKind::file},
    NamedRole{"ref", MystRoleKind::ref},
    NamedRole{"numref", MystRoleKind::ref},
    NamedRole{"any", MystRoleKind::ref},
    NamedRole{"octicon", MystRoleKind::icon},
    NamedRole{"fas", MystRoleKind::icon},
    NamedRole{"fab", MystRoleKind::icon},
    NamedRole{"far", MystRoleKind::icon},
    NamedRole{"fa", MystRoleKind::icon},
};

// `py:func` names a thing of a programming language.
std::optional<MystRoleKind> role_kind(std::string_view name) {
  if (name.starts_with("std:")) name.remove_prefix(4);
  const auto found =
      std::find_if(kRoles.begin(), kRoles.end(), [&](const NamedRole& one) { return one.name == name; });
  if (found != kRoles.end()) return found->kind;
  if (name.starts_with("material-")) return MystRoleKind::icon;
  if (name.starts_with("bdg-link-")) return MystRoleKind::file;
  if (name.starts_with("bdg-ref-")) return MystRoleKind::ref;
  if (name == "bdg" || name.starts_with("bdg-")) return MystRoleKind::words;
  for (const std::string_view domain : {"py:", "c:", "cpp:", "js:", "rst:"}) {
    if (name.starts_with(domain)) return MystRoleKind::code;
  }
  return std::nullopt;
}

}  // namespace

bool is_myst_role(std::string_view name, bool any_name) { return any_name || role_kind(name).has_value(); }

std::size_t myst_role_name(std::string_view rest) {
  if (!rest.starts_with('{') || rest.size() < 4 || !kb::is_letter(rest[1])) return 0;
  const std::size_t close = rest.substr(0, kLongestName).find_first_of("} `");
  return close != std::string_view::npos && rest.substr(close).starts_with("}`") ? close - 1 : 0;
}

std::optional<MystRole> myst_role_at(std::string_view rest, bool any_name) {
  const std::size_t name = myst_role_name(rest);
  if (name == 0) return std::nullopt;
  const auto kind = role_kind(rest.substr(1, name));
  if (!kind && !any_name) return std::nullopt;
  const std::size_t ticks = name + 2;
  const std::size_t begin = std::min(rest.find_first_not_of('`', ticks), rest.size());
  const std::string fence(begin - ticks, '`');
  const std::size_t end = rest.substr(0, begin + kLongestRole).find(fence, begin);
  if (end == std::string_view::npos) return std::nullopt;
  return MystRole{end + fence.size(), kind.value_or(MystRoleKind::words),
                  kb::trim(rest.substr(begin, end - begin))};
}

TitledTarget titled_target(std::string_view inside) {
  const std::size_t open = inside.ends_with('>') ? inside.rfind('<') : std::string_view::npos;
  if (open == std::string_view::npos || open == 0) return {{}, inside};
  return {kb::trim(inside.substr(0, open)), inside.substr(open + 1, inside.size() - open - 2)};
}

}  // namespace indexer
