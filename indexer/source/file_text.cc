#include "indexer/source/file_text.h"

#include <fmt/format.h>

#include <string_view>

namespace indexer {

namespace {

Position position_of(std::string_view text, std::size_t offset) {
  Position at;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

// Length of the UTF-8 sequence that `text` begins with, 0 when it is malformed: table 3-7 of the Unicode
// standard.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < least || byte(1) > most) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

// Offset of the first byte that is not UTF-8; npos when all is.
std::size_t find_bad_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

bool report_encoding(std::string_view text, Diagnostics& diags) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    diags.report("not-utf8", {}, "the file is UTF-16; save it as UTF-8");
    return true;
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    diags.report("nul-byte", position_of(text, nul), "the file holds a NUL byte; it is not text");
    return true;
  }
  if (const auto bad = find_bad_utf8(text); bad != std::string_view::npos) {
    const auto byte = static_cast<unsigned char>(text[bad]);
    diags.report("not-utf8", position_of(text, bad),
                 fmt::format("byte 0x{:02X} is not UTF-8; save the file as UTF-8", byte));
    return true;
  }
  return false;
}

// \r\n and a lone \r become \n.
void normalise_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[out++] = text[i] == '\r' ? '\n' : text[i];
  }
  text.resize(out);
}

}  // namespace

std::optional<std::string> to_file_text(std::string bytes, Diagnostics& diags) {
  if (report_encoding(bytes, diags)) return std::nullopt;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  normalise_line_ends(bytes);
  return bytes;
}

}  // namespace indexer
