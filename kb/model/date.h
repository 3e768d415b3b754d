// Calendar dates as files and JSON write them: 2026-05-02.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kb {

// Accepts exactly YYYY-MM-DD with a valid day; anything else is nullopt.
std::optional<std::chrono::sys_days> parse_date(std::string_view text);

std::string format_date(std::chrono::sys_days date);

// Accepts YYYY-MM-DDTHH:MM[:SS], also with a blank in place of T, and behind it Z, +HH:MM, +HHMM or nothing,
// which means Z. Anything else is nullopt.
std::optional<std::chrono::sys_seconds> parse_time(std::string_view text);

// 2026-05-02T09:30:00Z
std::string format_time(std::chrono::sys_seconds time);

}  // namespace kb
