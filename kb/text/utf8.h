// The one home of UTF-8: whether a text is valid, its code points one by one, and cuts that leave no half
// character. ICU's macros do the reading.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// Offset of the first sequence that is not UTF-8; npos when the text is valid.
std::size_t find_bad_utf8(std::string_view text);
bool is_valid_utf8(std::string_view text);

// Reads the code point that begins at `at` (before the end) and moves `at` behind it. What is not UTF-8 is
// U+FFFD; nothing outside the text is read.
char32_t next_code_point(std::string_view text, std::size_t& at);
std::u32string to_code_points(std::string_view text);

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Number of code points in valid UTF-8.
std::size_t length(std::string_view text);

// The longest beginning of valid UTF-8 that has at most so many bytes, or so many code points.
std::string_view first_bytes(std::string_view text, std::size_t bytes);
std::string_view first_characters(std::string_view text, std::size_t count);

// The first `characters` of valid UTF-8, and an ellipsis when that is not all.
std::string shortened(std::string_view text, std::size_t characters);

}  // namespace kb
