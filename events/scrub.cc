#include "events/scrub.h"

#include <algorithm>
#include <cstddef>

namespace events {
namespace {

using std::size_t;
using std::string;
using std::string_view;

constexpr int kMinDigits = 7;         // shorter ones are mostly sizes, years, versions and error codes
constexpr int kMaxSeparators = 4;     // between two digits, as in "(0170) - 123"
constexpr size_t kMaxErrorCode = 10;  // 0x and 32 bits; longer hexadecimal may be a wallet

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }
bool is_hex_digit(char c) { return is_ascii_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

string drop_control_bytes(string_view text) {
  string out;
  for (const char c : text) {
    if (c >= '\t' && c <= '\r') {
      out += ' ';  // tabs and newlines separate words
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

bool is_email_char(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
         string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != string_view::npos;
}

bool is_domain_char(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '.';
}

// A domain without a dot counts too: "joe@gmail" is still Joe.
string replace_emails(string_view text) {
  string out;
  while (true) {
    const size_t at = text.find('@');
    if (at == string_view::npos) return out.append(text);
    const auto left =
        std::find_if_not(text.rend() - static_cast<std::ptrdiff_t>(at), text.rend(), is_email_char);
    const auto begin = static_cast<size_t>(text.rend() - left);
    const auto right = std::find_if_not(text.begin() + at + 1, text.end(), is_domain_char);
    auto end = static_cast<size_t>(right - text.begin());
    while (text[end - 1] == '.') --end;
    const bool is_email = begin < at && end > at + 1;
    if (!is_email) end = at + 1;
    out.append(text.substr(0, is_email ? begin : end));
    if (is_email) out += "<email>";
    text.remove_prefix(end);
  }
}

enum class Kind { digit, separator, other };

struct Char {
  Kind kind = Kind::other;
  size_t size = 1;
};

Kind kind_of(char32_t c) {
  // Zero in ASCII, Arabic, Persian, Devanagari and full-width digits.
  for (const char32_t zero : {0x30, 0x660, 0x6F0, 0x966, 0xFF10}) {
    if (c >= zero && c <= zero + 9) return Kind::digit;
  }
  const bool ascii = c < 0x80 && string_view(" -./(),_:+*#'").find(static_cast<char>(c)) != string_view::npos;
  const bool spaces_and_dashes = c == 0xA0 || (c >= 0x2000 && c <= 0x206F) || c == 0x3000;
  return ascii || spaces_and_dashes ? Kind::separator : Kind::other;
}

// Malformed UTF-8 is never a digit, and never read past its end.
Char char_at(string_view text, size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0xC0) return {lead < 0x80 ? kind_of(lead) : Kind::other, 1};
  const size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code_point = lead & (0x7Fu >> size);
  for (size_t k = 1; k < size; ++k) {
    if (i + k == text.size() || !is_continuation(text[i + k])) return {Kind::other, k};
    code_point = code_point << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
  }
  return {kind_of(code_point), size};
}

// The length of an error code such as 0x80070057 at the start of `word`, else 0.
size_t error_code_size(string_view word) {
  if (!word.starts_with("0x") && !word.starts_with("0X")) return 0;
  const auto end = std::find_if_not(word.begin() + 2, word.end(), is_hex_digit);
  const auto size = static_cast<size_t>(end - word.begin());
  const bool whole_word = size == word.size() || !is_ascii_alnum(word[size]);
  return size > 2 && size <= kMaxErrorCode && whole_word ? size : 0;
}

struct Number {
  size_t end = 0;
  int digits = 0;
};

// The number beginning at this digit. Digits that belong to a word, as in E1042, do not run on
// across separators, or "E1042 4.1.1.2" would be one long number.
Number number_at(string_view text, size_t begin) {
  const bool in_word = begin > 0 && is_ascii_letter(text[begin - 1]);
  Number number{begin, 0};
  int separators = 0;
  for (size_t i = begin; i < text.size();) {
    if (separators > 0 && error_code_size(text.substr(i)) > 0) break;
    const Char c = char_at(text, i);
    i += c.size;
    if (c.kind == Kind::digit) {
      number = {i, number.digits + 1};
      separators = 0;
    } else if (c.kind == Kind::other || in_word || ++separators > kMaxSeparators) {
      break;
    }
  }
  return number;
}

bool matches(string_view text, string_view shape) {
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(), [](char c, char s) {
    return s == 'A' ? is_ascii_letter(c) : s == '0' ? is_ascii_digit(c) : c == s;
  });
}

// Removes from the end of `before` what belongs to the number that follows: the rest of its
// word, a plus, or an IBAN's country, check digits and bank ("GB29 NWBK ").
void drop_number_head(string& before, string_view number) {
  while (!before.empty() && is_ascii_alnum(before.back())) before.pop_back();
  const bool closes_bracket = number.find(')') != string_view::npos;
  if (closes_bracket && before.ends_with('(')) before.pop_back();
  if (before.ends_with('+')) before.pop_back();
  for (const string_view head : {"AA00 AAAA ", "AA00 "}) {
    if (before.size() < head.size()) continue;
    const size_t start = before.size() - head.size();
    if (start > 0 && is_ascii_alnum(before[start - 1])) continue;
    if (matches(string_view(before).substr(start), head)) before.resize(start);
  }
}

string replace_numbers(string_view text) {
  string out;
  for (size_t i = 0; i < text.size();) {
    const Char c = char_at(text, i);
    const bool word_start = i == 0 || !is_ascii_alnum(text[i - 1]);
    const size_t code = word_start ? error_code_size(text.substr(i)) : 0;
    Number number{i + std::max(c.size, code), 0};
    if (c.kind == Kind::digit && code == 0) number = number_at(text, i);
    const string_view seen = text.substr(i, number.end - i);
    i = number.end;
    if (number.digits < kMinDigits) {
      out.append(seen);
      continue;
    }
    drop_number_head(out, seen);
    out += "<number>";
    while (i < text.size() && is_ascii_alnum(text[i])) ++i;  // the rest of its last word
  }
  return out;
}

void cut(string& text, size_t max_bytes) {
  if (text.size() <= max_bytes) return;
  size_t end = max_bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  text.resize(end);
}

}  // namespace

// Addresses first, since they may hold numbers; the cut last, so that it cannot leave a part of
// a number short enough to pass.
string scrub(string_view text, size_t max_bytes) {
  string out = replace_numbers(replace_emails(drop_control_bytes(text)));
  cut(out, max_bytes);
  return out;
}

}  // namespace events
