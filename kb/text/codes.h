// Codes and numbers, which people write with blanks and punctuation or without: "E 1042", "e-1042" and
// "E1042" are one code. Digits are never anything but themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/text/text.h"

namespace kb {

// Fewer digits apart are different numbers ("4 2" is not 42); so many are one, such as that of a phone.
inline constexpr std::size_t kJoinedDigits = 7;
// Longer runs are sentences with hyphens or columns of numbers.
inline constexpr std::size_t kMostCodeParts = 6;
inline constexpr std::size_t kLongestCode = 40;  // bytes

// Digits, and dots between them.
bool is_number(std::string_view folded);

// One word for the parts: "kld" "1145" "20" is "kld114520". "" where they are no code: without a digit, too
// long, or too short for numbers alone. Requires: `parts` are folded.
std::string join_code(const std::vector<std::string_view>& parts);

// The codes that a text writes in several words, each joined: parts with a hyphen, dot or low line between
// them
// ("KLD.1145-20"), a number after capitals ("IP 67"), and the numbers of a phone ("030 123 45 67").
// Requires: `tokens` are those of the text.
std::vector<std::string> codes_apart(std::string_view text, const std::vector<Token>& tokens);

// A number with separators: decimals behind a comma ("9,90"), thousands in groups ("1,000", "1.000,50").
struct Amount {
  std::size_t first = 0;  // of its tokens
  std::size_t last = 0;
  std::string plain;  // digits, a dot before the decimals: "9.90", "1000"
};

// Those amounts of a text whose plain form is written otherwise. Requires: `tokens` are those of the text.
std::vector<Amount> amounts(std::string_view text, const std::vector<Token>& tokens);

// The digits of a whole number in groups of three with dots between them: "1.000". "" where there is one
// group.
std::string in_groups(std::string_view digits);

// Where letters meet digits: "14days" is "14" "days", "e1042" is "e" "1042". Dots stay in numbers.
std::vector<std::string> code_parts(std::string_view folded);

}  // namespace kb
