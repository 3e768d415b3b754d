#include "searchd/index_watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

#include <array>
#include <cstdint>

#include "kb/model/error.h"

namespace searchd {

IndexWatcher::IndexWatcher(std::filesystem::path folder, std::function<void()> on_start,
                           std::function<void()> on_change, std::chrono::milliseconds poll)
    : folder_(std::move(folder)),
      on_start_(std::move(on_start)),
      on_change_(std::move(on_change)),
      poll_(poll),
      inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      stop_(::eventfd(0, EFD_CLOEXEC)) {
  if (!stop_) throw kb::Error("cannot watch the index folder", "raise the limit of open files");
  thread_ = std::thread([this] { run(); });
}

IndexWatcher::~IndexWatcher() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written =
      ::write(stop_.get(), &one, sizeof one);  // an eventfd always takes the first one
  thread_.join();
}

void IndexWatcher::run() {
  watch_folder();
  on_start_();
  on_change_();  // what changed before the watch began
  while (wait()) on_change_();
}

// Adding a watch again changes nothing; a folder that was replaced needs a new one.
void IndexWatcher::watch_folder() {
  if (inotify_)
    ::inotify_add_watch(inotify_.get(), folder_.c_str(), IN_MOVED_TO | IN_CLOSE_WRITE | IN_ONLYDIR);
}

bool IndexWatcher::wait() {
  std::array<pollfd, 2> fds{{{stop_.get(), POLLIN, 0}, {inotify_.get(), POLLIN, 0}}};
  ::poll(fds.data(), fds.size(), static_cast<int>(poll_.count()));
  if (fds[0].revents != 0) return false;
  std::array<char, 4096> events{};
  while (inotify_ && ::read(inotify_.get(), events.data(), events.size()) > 0) {
  }
  watch_folder();
  return true;
}

}  // namespace searchd
