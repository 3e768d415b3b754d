// Names for the values of an enum, in one table: writing, reading and listing cannot disagree.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kb {

// Requires: the enum's first value is `none`, and names_of() lists the names of the others in their order.
template <typename Enum>
concept Named = requires(Enum value) {
  names_of(value).size();
};

// "" for none.
template <Named Enum>
constexpr std::string_view to_string(Enum value) {
  return value == Enum::none ? "" : names_of(value).at(static_cast<std::size_t>(value) - 1);
}

template <Named Enum>
constexpr std::optional<Enum> parse_name(std::string_view name) {
  constexpr auto names = names_of(Enum::none);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i + 1);
  }
  return std::nullopt;
}

}  // namespace kb
