#include "kb/model/date.h"

#include <fmt/format.h>

namespace kb {

using std::chrono::sys_days;
using std::chrono::sys_seconds;

namespace {

// Reads exactly `size` digits at `at`; -1 when they are not digits.
int digits(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  if (at + size > text.size()) return -1;
  for (char c : text.substr(at, size)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<sys_days> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text, 0, 4);
  const int month = digits(text, 5, 2);
  const int day = digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return sys_days{date};
}

// fmt's own chrono formatter counts nanoseconds, which end in 2262. People write "9999-12-31" for never.
std::string format_date(sys_days date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

namespace {

// Takes "Z", "+02:00" or "-0500" off the end; how far the clock there is ahead of UTC. nullopt: no such
// clock.
std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  constexpr std::size_t kDate = 10;
  if (text.ends_with('Z')) text.remove_suffix(1);
  const auto sign = text.find_first_of("+-", std::min(kDate, text.size()));
  if (sign == std::string_view::npos) return std::chrono::minutes{0};
  const std::string_view clock = text.substr(sign + 1);
  const bool has_colon = clock.size() == 5 && clock[2] == ':';
  if (!has_colon && clock.size() != 4) return std::nullopt;
  const int hours = digits(clock, 0, 2);
  const int minutes = digits(clock, has_colon ? 3 : 2, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return std::nullopt;
  const std::chrono::minutes offset = std::chrono::hours{hours} + std::chrono::minutes{minutes};
  const bool ahead = text[sign] == '+';
  text = text.substr(0, sign);
  return ahead ? offset : -offset;
}

}  // namespace

std::optional<sys_seconds> parse_time(std::string_view text) {
  const auto offset = take_offset(text);
  if (!offset) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  if (!date || text.size() < 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':')
    return std::nullopt;
  const int hour = digits(text, 11, 2);
  const int minute = digits(text, 14, 2);
  int second = 0;
  if (text.size() == 19 && text[16] == ':') {
    second = digits(text, 17, 2);
  } else if (text.size() != 16) {
    return std::nullopt;
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  return sys_seconds{*date} - *offset + std::chrono::hours{hour} + std::chrono::minutes{minute} +
         std::chrono::seconds{second};
}

std::string format_time(sys_seconds time) {
  const auto date = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - date};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_date(date), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace kb
