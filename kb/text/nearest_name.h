// "Did you mean": the known name nearest to a misspelt one.
#pragma once

#include <span>
#include <string_view>

namespace kb {

// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours, if there are at
// most a third of the name's length of them; else "". Of equals the first.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace kb
