#include "kb/text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace kb {

namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // within ICU's macro
// Below 0 for what is not UTF-8.
UChar32 read_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, text.size(), c);
  return c;
}
#pragma GCC diagnostic pop

}  // namespace

std::size_t find_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (read_code_point(text, at) < 0) return begin;
  }
  return std::string_view::npos;
}

bool is_valid_utf8(std::string_view text) { return find_bad_utf8(text) == std::string_view::npos; }

char32_t next_code_point(std::string_view text, std::size_t& at) {
  constexpr char32_t kReplacement = 0xFFFD;
  const UChar32 c = read_code_point(text, at);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::size_t length(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::string_view first_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) next_code_point(text, end);
  return text.substr(0, end);
}

std::string shortened(std::string_view text, std::size_t characters) {
  const std::string_view begin = first_characters(text, characters);
  return std::string(begin) + (begin.size() < text.size() ? "\u2026" : "");
}

}  // namespace kb
