#include "indexer/source/file_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "kb/text/utf8.h"

namespace indexer {

namespace {

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::string_view on_line = before.substr(before.rfind('\n') + 1);
  return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<int>(kb::length(on_line))};
}

bool report_encoding(std::string_view text, FileFindings& findings) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    findings.report("not-utf8", {}, "the file is UTF-16; save it as UTF-8");
    return true;
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    findings.report("nul-byte", position_of(text, nul), "the file holds a NUL byte; it is not text");
    return true;
  }
  if (const auto bad = kb::find_bad_utf8(text); bad != std::string_view::npos) {
    const auto byte = static_cast<unsigned char>(text[bad]);
    findings.report("not-utf8", position_of(text, bad),
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

std::optional<std::string> to_file_text(std::string bytes, FileFindings& findings) {
  if (report_encoding(bytes, findings)) return std::nullopt;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  normalise_line_ends(bytes);
  return bytes;
}

}  // namespace indexer
