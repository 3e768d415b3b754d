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

constexpr std::size_t kGroup = 3;         // digits between the separators of thousands
constexpr std::size_t kMostDecimals = 2;  // three would be thousands
constexpr std::size_t kMostAmountParts = 4;

// The separator between two parts of an amount: a comma, or in place of one a blank that does not break.
// 0 for anything else.
char separator(std::string_view between) {
  if (between == ",") return ',';
  return between == "\u00A0" || between == "\u202F" ? ' ' : '\0';
}

bool joins_amount(std::string_view text, const Token& token, const Token& next) {
  return token.kind == TokenKind::word && is_number(token.text) && is_number(next.text) &&
         next.begin >= token.end && separator(text.substr(token.end, next.begin - token.end)) != '\0';
}

bool are_thousands(const std::vector<std::string_view>& groups) {
  return groups.front().size() <= kGroup && groups.front().front() != '0' &&
         std::all_of(groups.begin() + 1, groups.end(), [](std::string_view g) { return g.size() == kGroup; });
}

// The plain form of digits in groups, `signs` between them. "" when it is no amount.
std::string plain_amount(std::vector<std::string_view> groups, std::string signs) {
  std::string decimals;
  const bool has_decimals = groups.back().size() <= kMostDecimals && signs.back() != ' ' &&
                            std::count(signs.begin(), signs.end(), signs.back()) == 1;
  if (has_decimals) {
    decimals = "." + std::string(groups.back());
    groups.pop_back();
    signs.pop_back();
  }
  const bool same = std::all_of(signs.begin(), signs.end(), [&](char sign) { return sign == signs.front(); });
  if (!same || (groups.size() > 1 && !are_thousands(groups))) return "";
  std::string plain;
  for (const std::string_view group : groups) plain += group;
  return plain + decimals;
}

// Cuts at the dots inside numbers, too.
std::string read_amount(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                        std::size_t last) {
  std::vector<std::string_view> groups;
  std::string signs;
  for (std::size_t i = first; i <= last; ++i) {
    if (i > first) signs += separator(text.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end));
    std::string_view rest = tokens[i].text;
    for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
      groups.push_back(rest.substr(0, dot));
      signs += '.';
      rest.remove_prefix(dot + 1);
    }
    groups.push_back(rest);
  }
  return signs.empty() ? "" : plain_amount(std::move(groups), std::move(signs));
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

std::vector<Amount> amounts(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Amount> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t first = i;
    while (i + 1 < tokens.size() && joins_amount(text, tokens[i], tokens[i + 1])) ++i;
    if (i - first >= kMostAmountParts || !is_number(tokens[first].text)) continue;
    std::string plain = read_amount(text, tokens, first, i);
    if (!plain.empty() && plain != tokens[first].text) found.push_back({first, i, std::move(plain)});
  }
  return found;
}

std::string in_groups(std::string_view digits) {
  if (digits.size() <= kGroup || digits.front() == '0' || digits.find('.') != std::string_view::npos)
    return "";
  std::string groups;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % kGroup == 0) groups += '.';
    groups += digits[i];
  }
  return groups;
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
