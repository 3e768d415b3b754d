// How far apart two words are, and "did you mean": the known name nearest to a misspelt one.
#pragma once

#include <span>
#include <string_view>

namespace kb {

// Insertions, deletions, replacements and swaps of neighbours between two words, counted to `max` + 1.
// Optimal string alignment (Damerau 1964). Words of more than 64 letters are too far from all.
int edit_distance(std::u32string_view a, std::u32string_view b, int max);

// The candidate with the fewest edits, if there are at most a third of the name's length of them; else "". Of
// equals the first.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace kb
