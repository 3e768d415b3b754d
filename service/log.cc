#include "service/log.h"

#include <unistd.h>

#include <algorithm>

#include "kb/text/printable.h"

namespace service {

namespace {

bool needs_quotes(char c) { return c == ' ' || c == '"' || c == '\\' || c == '='; }

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return kb::printable(out);
}

}  // namespace

std::string log_line(std::string_view event, LogFields fields) {
  std::string line = "event=" + std::string(event);
  for (const auto& [key, value] : fields) {
    line += " " + std::string(key) + "=";
    const std::string text = escaped(value);
    const bool quoted = text.empty() || std::any_of(text.begin(), text.end(), needs_quotes);
    line += quoted ? '"' + text + '"' : text;
  }
  return line;
}

void log_event(std::string_view event, LogFields fields) {
  const std::string line = log_line(event, fields) + "\n";
  // A single write, so that lines of two threads do not mix. There is nothing to do when it fails.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace service
