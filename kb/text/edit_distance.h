// How many typing errors lie between two words.
#pragma once

#include <string_view>

namespace kb {

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment, Damerau 1964),
// counted to `max` + 1. Words of more than 64 letters are never near.
int edit_distance(std::u32string_view a, std::u32string_view b, int max);

}  // namespace kb
