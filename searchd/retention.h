// Erases events when their time is over: once at start, then daily.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <thread>

namespace searchd {

class Retention {
 public:
  // Works on a thread of its own, until it is destroyed. The file must exist.
  Retention(std::filesystem::path file, std::chrono::days keep,
            std::chrono::milliseconds every = std::chrono::hours(24));

 private:
  void run(const std::stop_token& stop);
  void erase() const;

  const std::filesystem::path file_;
  const std::chrono::days keep_;
  const std::chrono::milliseconds every_;
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::jthread thread_;  // last: uses all of the above
};

}  // namespace searchd
