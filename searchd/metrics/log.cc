#include "searchd/metrics/log.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "kb/text/ascii.h"
#include "kb/text/utf8.h"
#include "searchd/http/url.h"

namespace searchd {

namespace {

bool is_plain(char c) { return c != ' ' && !kb::is_control(c) && c != '"' && c != '\\' && c != '='; }

// Terminals obey U+0080 to U+009F as well as the control bytes below the blank.
bool is_in_high_control(std::string_view value, std::size_t i) {
  const auto lead = value.substr(i > 0 && value[i] != '\xC2' ? i - 1 : i, 2);
  return lead.size() == 2 && lead[0] == '\xC2' && static_cast<unsigned char>(lead[1]) < 0xA0;
}

void append_escaped(std::string& out, std::string_view value) {
  const bool is_text = kb::is_valid_utf8(value);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (kb::is_control(c) || (byte > 0x7F && (!is_text || is_in_high_control(value, i)))) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
}

}  // namespace

std::string log_line(std::string_view event, LogFields fields) {
  std::string line = "event=" + std::string(event);
  for (const auto& [key, value] : fields) {
    line += " " + std::string(key) + "=";
    const bool plain = !value.empty() && std::all_of(value.begin(), value.end(), is_plain);
    if (!plain) line += '"';
    append_escaped(line, value);
    if (!plain) line += '"';
  }
  return line;
}

void log_event(std::string_view event, LogFields fields) {
  const std::string line = log_line(event, fields) + "\n";
  // A single write, so that lines of two threads do not mix. There is nothing to do when it fails.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace searchd
