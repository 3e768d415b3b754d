#include "searchd/opening_hours.h"

#include <unicode/timezone.h>

#include <memory>
#include <optional>

namespace searchd {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr minutes kDay = days{1};

struct LocalTime {
  unsigned weekday = 0;
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
  return LocalTime{std::chrono::weekday(day).iso_encoding() - 1, std::chrono::floor<minutes>(local - day)};
}

// When what is open at `from` on the weekday closes; `from` itself when it is not open then.
minutes closing_time(const kb::Channel& channel, unsigned weekday, minutes from) {
  minutes end = from;
  for (bool longer = true; longer;) {
    longer = false;
    for (const kb::OpenHours& hours : channel.open) {
      if ((hours.days >> weekday & 1U) == 0 || hours.from > end || hours.to <= end) continue;
      end = hours.to;
      longer = true;
    }
  }
  return end;
}

// The earliest opening on the weekday at `from` or later.
std::optional<minutes> opening_time(const kb::Channel& channel, unsigned weekday, minutes from) {
  std::optional<minutes> earliest;
  for (const kb::OpenHours& hours : channel.open) {
    if ((hours.days >> weekday & 1U) == 0 || hours.from < from) continue;
    if (!earliest || hours.from < *earliest) earliest = hours.from;
  }
  return earliest;
}

unsigned weekday_after(const LocalTime& now, int ahead) {
  return (now.weekday + static_cast<unsigned>(ahead)) % 7;
}

// Hours are split at midnight in site.yaml; visitors see them whole.
OpeningState open_until(const kb::Channel& channel, const LocalTime& now, minutes end) {
  for (int ahead = 0; ahead < 7; ++ahead) {
    if (end < kDay) return {OpeningState::Kind::open, end, ahead, weekday_after(now, ahead)};
    const minutes next = closing_time(channel, weekday_after(now, ahead + 1), minutes(0));
    if (next == minutes(0)) return {OpeningState::Kind::open, kDay, ahead, weekday_after(now, ahead)};
    end = next;
  }
  return {OpeningState::Kind::always};
}

}  // namespace

OpeningState opening_state(const kb::Channel& channel, std::chrono::sys_seconds now) {
  const auto local = channel.open.empty() ? std::nullopt : local_time(channel.time_zone, now);
  if (!local) return {};
  const minutes end = closing_time(channel, local->weekday, local->since_midnight);
  if (end > local->since_midnight) return open_until(channel, *local, end);
  for (int ahead = 0; ahead <= 7; ++ahead) {
    const minutes from = ahead == 0 ? local->since_midnight : minutes(0);
    const unsigned weekday = weekday_after(*local, ahead);
    if (const auto opens = opening_time(channel, weekday, from))
      return {OpeningState::Kind::closed, *opens, ahead, weekday};
  }
  return {};
}

}  // namespace searchd
