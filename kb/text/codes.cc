#include "kb/text/codes.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace kb {

namespace {

constexpr std::size_t kMostCapitals = 4;  // "HTTP 404"; longer words in capitals are shouted

bool is_number_char(char c) { return is_digit(c) || c == '.'; }

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

enum class Gap { none, hyphen, blank, phone };

// What stands between two tokens. A hyphen may be one that does not break, a blank too.
Gap gap_of(std::string_view between) {
  for (const std::string_view sign : {"-", ".", "_", "\u2010", "\u2011", "\u2013"})
    if (between == sign) return Gap::hyphen;
  for (const std::string_view sign : {" ", "\u00A0", "\u202F"})
    if (between == sign) return Gap::blank;
  constexpr std::size_t kWidest = 3;
  const bool phone = !between.empty() && between.size() <= kWidest &&
                     between.find_first_not_of(" ()/-") == std::string_view::npos;
  return phone ? Gap::phone : Gap::none;
}

bool in_capitals(std::string_view shown) {
  return shown.size() <= kMostCapitals && std::all_of(shown.begin(), shown.end(), is_upper);
}

// Whether the token after `token` belongs to the same code.
bool goes_on(std::string_view text, const Token& token, const Token& next) {
  if (token.kind != TokenKind::word || next.kind != TokenKind::word || next.begin < token.end) return false;
  const Gap gap = gap_of(text.substr(token.end, next.begin - token.end));
  if (gap == Gap::hyphen) return true;
  if (gap == Gap::none || !is_number(next.text)) return false;
  if (is_number(token.text)) return true;
  return gap == Gap::blank && in_capitals(text.substr(token.begin, token.end - token.begin));
}

}  // namespace

bool is_number(std::string_view folded) {
  return !folded.empty() && std::all_of(folded.begin(), folded.end(), is_number_char);
}

std::string join_code(const std::vector<std::string_view>& parts) {
  const bool numbers = std::all_of(parts.begin(), parts.end(), is_number);
  std::string joined;
  for (const std::string_view part : parts) joined += part;
  if (numbers) std::erase(joined, '.');
  const std::size_t least = numbers ? kJoinedDigits : 1;
  return count_digits(joined) < least || joined.size() > kLongestCode ? "" : joined;
}

std::vector<std::string> codes_apart(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < tokens.size();) {
    std::vector<std::string_view> parts{tokens[i].text};
    for (++i; i < tokens.size() && goes_on(text, tokens[i - 1], tokens[i]); ++i)
      parts.push_back(tokens[i].text);
    if (parts.size() == 1 || parts.size() > kMostCodeParts) continue;
    if (std::string code = join_code(parts); !code.empty()) codes.push_back(std::move(code));
  }
  return codes;
}

std::vector<std::string> code_parts(std::string_view folded) {
  std::vector<std::string> parts;
  for (const char c : folded) {
    if (parts.empty() || is_number_char(parts.back().back()) != is_number_char(c)) parts.emplace_back();
    parts.back() += c;
  }
  return parts;
}

}  // namespace kb
