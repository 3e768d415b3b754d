#include "searchd/log.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace searchd {

namespace {

bool is_plain(unsigned char c) { return c > 0x20 && c != '"' && c != '\\' && c != '=' && c != 0x7F; }

void append_escaped(std::string& out, std::string_view value) {
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
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
    const bool plain = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
      return is_plain(static_cast<unsigned char>(c));
    });
    if (!plain) line += '"';
    append_escaped(line, value);
    if (!plain) line += '"';
  }
  return line;
}

void log_event(std::string_view event, LogFields fields) {
  const std::string line = log_line(event, fields) + "\n";
  // One write, so that lines of two threads do not mix. Nothing can be done about a log that cannot be
  // written.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace searchd
