#include "kb/text/printable.h"

#include <fmt/format.h>

#include <algorithm>

#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

// Bytes that are not UTF-8 are read as U+FFFD; the real one is hidden, too, which nobody misses.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFD;
}

// What CI services take for a command: "##[group]" and "##vso[task...]" anywhere in a line, "::group::" at
// its beginning, whatever blanks of Unicode stand before it.
bool begins_ci_command(std::string_view text, bool at_beginning) {
  if (text.starts_with("::")) return at_beginning;
  if (!text.starts_with("##")) return false;
  text.remove_prefix(2);
  const auto name_end = std::find_if_not(text.begin(), text.end(), is_letter);
  return name_end != text.end() && *name_end == '[';
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  bool at_beginning = true;  // of the line: nothing but what may be taken for a blank yet
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool unsafe =
        is_unsafe(next_code_point(text, at)) || begins_ci_command(text.substr(begin), at_beginning);
    const char first = text[begin];
    at_beginning = at_beginning && !(first > ' ' && first < '\x7F' && first != ':');
    for (const char c : text.substr(begin, at - begin)) {
      out += unsafe ? fmt::format("\\x{:02x}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
  }
  return out;
}

}  // namespace kb
