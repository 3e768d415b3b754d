// Cuts a long text into the parts that somebody may ask in: its sentences, and of a sentence without an end
// pieces that overlap.
#pragma once

#include <string_view>
#include <vector>

namespace kb {

// More words than these make a text long. People type fewer into a box, and write more in a mail.
inline constexpr std::size_t kShortWords = 16;

bool is_long_text(std::string_view text);

// In order; each has a word, and at most 25. A line ends a sentence. The text must be valid UTF-8.
std::vector<std::string_view> text_parts(std::string_view text);

// Whether a part ends in a question mark, by what follows it.
bool is_question(std::string_view rest);

}  // namespace kb
