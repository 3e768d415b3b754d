#include "searchd/retention.h"

#include <string>
#include <utility>

#include "events/reader.h"
#include "searchd/log.h"

namespace searchd {

Retention::Retention(std::filesystem::path file, std::chrono::days keep, std::chrono::milliseconds every)
    : file_(std::move(file)),
      keep_(keep),
      every_(every),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Retention::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    erase();
    stopping_.wait_for(lock, stop, every_, [] { return false; });
  }
}

void Retention::erase() const try {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto count = events::Reader(file_).erase_before(now - keep_);
  if (count > 0) log_event("events_erased", {{"count", std::to_string(count)}});
} catch (const events::Error& error) {
  log_event("events_not_erased", {{"why", error.what()}, {"hint", error.hint()}});
}

}  // namespace searchd
