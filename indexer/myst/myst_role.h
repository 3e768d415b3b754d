// One role of MyST: `{name}` and a text between backticks.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace indexer {

enum class MystRoleKind {
  words,
  keys,
  strong,
  emphasis,
  menu,
  code,
  below,
  above,
  math,
  abbr,
  doc,
  file,
  ref,
  icon
};

struct MystRole {
  std::size_t size = 0;  // with braces and backticks
  MystRoleKind kind = MystRoleKind::words;
  std::string_view inside;
};

// The size of the name that `rest` begins with in braces, a backtick behind them; 0 when it does not.
std::size_t myst_role_name(std::string_view rest);

// `any_name`: a name that nobody knows is a role, too.
bool is_myst_role(std::string_view name, bool any_name);

// The role that `rest` begins with.
std::optional<MystRole> myst_role_at(std::string_view rest, bool any_name);

struct TitledTarget {
  std::string_view text;  // "" when there is only a target
  std::string_view target;
};

// `text <target>`, or the target alone.
TitledTarget titled_target(std::string_view inside);

}  // namespace indexer
