// "Did you mean": the known name nearest to a misspelt one.
#pragma once

#include <span>
#include <string_view>

namespace kb {

// The candidate nearest to `name` (see edit_distance), the first of several; "" when even that is further
// away than a third of the name's length.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace kb
