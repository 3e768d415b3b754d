// Erases events when their time is over: once at start, then daily. A clock that is wrong must not cost them
// all, so it is believed only when it agrees with what else is known.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "events/reader.h"

namespace searchd {

// Both clocks at one moment: the one that people and time servers set, and the one that only runs.
struct ClockReading {
  std::chrono::sys_seconds wall;
  std::chrono::steady_clock::time_point steady;
};

ClockReading read_clocks();

class Retention {
 public:
  using Clocks = std::function<ClockReading()>;

  // Works on a thread of its own, until it is destroyed. The file must exist. Nothing is erased, until the
  // next time, when the wall clock was set forward by more than a day since the last time, or when every
  // event would go at the first time.
  Retention(std::filesystem::path file, std::chrono::days keep,
            std::chrono::milliseconds every = std::chrono::hours(24), Clocks clocks = read_clocks);

 private:
  void run(const std::stop_token& stop);
  void erase();
  // Why the clock may be wrong; "" when nothing says so.
  std::string doubt(const events::Reader& reader, const ClockReading& now) const;

  const std::filesystem::path file_;
  const std::chrono::days keep_;
  const std::chrono::milliseconds every_;
  const Clocks clocks_;
  std::optional<ClockReading> last_;  // used by the thread only
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::jthread thread_;  // last: uses all of the above
};

}  // namespace searchd
