#include "searchd/channels/opening_hours.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

namespace searchd {

namespace {

using std::chrono::days;
using std::chrono::minutes;

using std::chrono::sys_days;

constexpr minutes kDay = days{1};
constexpr int kMostAhead = 60;  // days; no holidays last longer

// Of the channel's zone.
struct LocalTime {
  sys_days day;
  minutes since_midnight{0};
};

// nullopt when the zone is unknown.
std::optional<LocalTime> local_time(const std::string& zone_name, std::chrono::sys_seconds now) {
  const std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone_name)));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  int32_t raw = 0;
  int32_t summer = 0;
  UErrorCode error = U_ZERO_ERROR;
  const std::chrono::milliseconds since_epoch = now.time_since_epoch();
  zone->getOffset(static_cast<UDate>(since_epoch.count()), 0, raw, summer, error);
  if (U_FAILURE(error)) return std::nullopt;
  const auto local = now + std::chrono::duration_cast<std::chrono::seconds>(
                               std::chrono::milliseconds(std::int64_t{raw} + summer));
  const auto day = std::chrono::floor<days>(local);
  return LocalTime{day, std::chrono::floor<minutes>(local - day)};
}

std::vector<kb::OpenHours> hours_on(const kb::Channel& channel, sys_days day) {
  std::vector<kb::OpenHours> out;
  if (std::find(channel.closed.begin(), channel.closed.end(), day) != channel.closed.end()) return out;
  const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
  std::copy_if(channel.open.begin(), channel.open.end(), std::back_inserter(out),
               [&](const kb::OpenHours& hours) { return (hours.days >> weekday & 1U) != 0; });
  return out;
}

// When what is open at `from` on the day closes; `from` itself when it is not open then.
minutes closing_time(const kb::Channel& channel, sys_days day, minutes from) {
  const auto open = hours_on(channel, day);
  minutes end = from;
  for (bool longer = true; longer;) {
    longer = false;
    for (const kb::OpenHours& hours : open) {
      if (hours.from > end || hours.to <= end) continue;
      end = hours.to;
      longer = true;
    }
  }
  return end;
}

// The earliest opening on the day at `from` or later.
std::optional<minutes> opening_time(const kb::Channel& channel, sys_days day, minutes from) {
  std::optional<minutes> earliest;
  for (const kb::OpenHours& hours : hours_on(channel, day)) {
    if (hours.from < from) continue;
    if (!earliest || hours.from < *earliest) earliest = hours.from;
  }
  return earliest;
}

// Hours are split at midnight in site.yaml; visitors see them whole.
OpeningState open_until(const kb::Channel& channel, const LocalTime& now, minutes end) {
  for (int ahead = 0; ahead < 7; ++ahead) {
    const sys_days day = now.day + days(ahead);
    if (end < kDay) return {OpeningState::Kind::open, end, ahead, day};
    const minutes next = closing_time(channel, day + days(1), minutes(0));
    if (next == minutes(0)) return {OpeningState::Kind::open, kDay, ahead, day};
    end = next;
  }
  return {OpeningState::Kind::always};
}

}  // namespace

OpeningState opening_state(const kb::Channel& channel, std::chrono::sys_seconds now) {
  const auto local = channel.open.empty() ? std::nullopt : local_time(channel.time_zone, now);
  if (!local) return {};
  const minutes end = closing_time(channel, local->day, local->since_midnight);
  if (end > local->since_midnight) return open_until(channel, *local, end);
  for (int ahead = 0; ahead <= kMostAhead; ++ahead) {
    const minutes from = ahead == 0 ? local->since_midnight : minutes(0);
    const sys_days day = local->day + days(ahead);
    if (const auto opens = opening_time(channel, day, from))
      return {OpeningState::Kind::closed, *opens, ahead, day};
  }
  return {};
}

}  // namespace searchd
