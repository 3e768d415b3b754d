// Calls back soon after something changed in the index folder: inotify, with a slow poll behind it for file
// systems that have none (network drives) and for a folder that is not there yet.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "kb/store/descriptor.h"

namespace searchd {

class IndexWatcher {
 public:
  // `on_start` runs once, then `on_change` after every change and every `poll`; both on the watcher's own
  // thread.
  IndexWatcher(std::filesystem::path folder, std::function<void()> on_start, std::function<void()> on_change,
               std::chrono::milliseconds poll = std::chrono::seconds(5));
  ~IndexWatcher();  // waits for a callback that is running
  IndexWatcher(const IndexWatcher&) = delete;
  IndexWatcher& operator=(const IndexWatcher&) = delete;

 private:
  void run();
  bool wait();  // false when the watcher is to stop
  void watch_folder();

  const std::filesystem::path folder_;
  const std::function<void()> on_start_;
  const std::function<void()> on_change_;
  const std::chrono::milliseconds poll_;
  const kb::Descriptor inotify_;  // none where the system has none left: then only the poll is there
  const kb::Descriptor stop_;     // an eventfd
  std::thread thread_;
};

}  // namespace searchd
