// The one home of ASCII characters: what kind one is, its case, blanks around a text, hexadecimal digits.
// Unlike <cctype>, nothing here depends on a locale, and bytes beyond ASCII belong to no kind.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kb {

inline constexpr std::string_view kBlanks = " \t";
inline constexpr std::string_view kSpaces = " \t\n\r\f\v";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
constexpr bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_space(char c) { return is_blank(c) || (c >= '\n' && c <= '\r'); }
constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }

constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
std::string to_lower(std::string_view text);

// Without the characters of `unwanted` at its ends.
std::string_view trim(std::string_view text, std::string_view unwanted = kSpaces);
std::string_view trim_end(std::string_view text, std::string_view unwanted = kSpaces);

// One blank for every run of spaces and line breaks, none at the ends.
std::string on_one_line(std::string_view text);

// 0 to 15; -1 for what is no hexadecimal digit.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Two lower-case digits a byte.
std::string to_hex(std::span<const unsigned char> bytes);

}  // namespace kb
