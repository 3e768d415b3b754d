#include "searchd/retention.h"

#include <string>
#include <utility>

#include "service/log.h"

namespace searchd {

namespace {

constexpr std::chrono::seconds kMostForward = std::chrono::days(1);

std::chrono::seconds set_forward(const ClockReading& from, const ClockReading& to) {
  return to.wall - from.wall - std::chrono::floor<std::chrono::seconds>(to.steady - from.steady);
}

}  // namespace

ClockReading read_clocks() {
  return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
          std::chrono::steady_clock::now()};
}

Retention::Retention(std::filesystem::path file, std::chrono::days keep, std::chrono::milliseconds every,
                     Clocks clocks)
    : file_(std::move(file)),
      keep_(keep),
      every_(every),
      clocks_(std::move(clocks)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Retention::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    erase();
    stopping_.wait_for(lock, stop, every_, [] { return false; });
  }
}

std::string Retention::doubt(const events::Reader& reader, const ClockReading& now) const {
  if (last_) {
    const auto jump = set_forward(*last_, now);
    if (jump <= kMostForward) return "";
    return "the clock was set forward by " +
           std::to_string(std::chrono::floor<std::chrono::days>(jump).count()) + " days";
  }
  const auto newest = reader.newest();
  if (!newest || *newest >= now.wall - keep_) return "";
  return "every event is older than " + std::to_string(keep_.count()) + " days";
}

void Retention::erase() try {
  const ClockReading now = clocks_();
  events::Reader reader(file_);
  const std::string why = doubt(reader, now);
  last_ = now;
  if (!why.empty()) {
    service::log_event("events_not_erased",
                       {{"why", why}, {"hint", "check the clock; if it is right, they are erased in a day"}});
    return;
  }
  const auto count = reader.erase_before(now.wall - keep_);
  if (count > 0) service::log_event("events_erased", {{"count", std::to_string(count)}});
} catch (const events::Error& error) {
  service::log_event("events_not_erased", {{"why", error.what()}, {"hint", error.hint()}});
}

}  // namespace searchd
