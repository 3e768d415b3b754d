// Runs of four letters: they separate near ties when no whole word does ("payment", "prepaid").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb {

// All runs of four code points in the words joined by blanks, in order. Words with a digit are left out,
// since a part of a number means nothing, and so are pairs of characters, which are as short. "pay now" gives
// " pay", "pay ", "ay n", "y no", " now", "now ".
std::vector<std::string> letter_grams(const std::vector<std::string>& folded_words);
std::vector<std::string> letter_grams(std::string_view text);

}  // namespace kb
