#include "searchd/net/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "kb/store/descriptor.h"

namespace searchd {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// A third of what the manager waits for, so that one late sign is no end.
std::chrono::milliseconds watchdog_interval() {
  const std::string pid = environment("WATCHDOG_PID");
  const std::string text = environment("WATCHDOG_USEC");
  std::int64_t microseconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), microseconds);
  if (microseconds <= 0 || (!pid.empty() && pid != std::to_string(::getpid()))) return {};
  return std::chrono::milliseconds(microseconds / 3000 + 1);
}

}  // namespace

ServiceManager::ServiceManager() : socket_(environment("NOTIFY_SOCKET")) {
  if (!socket_.empty()) interval_ = watchdog_interval();
  if (socket_.starts_with('@')) socket_.front() = '\0';  // a name that is in no file system
}

void ServiceManager::beat(const FrontMetrics& front) {
  const std::uint64_t answered_before = std::exchange(answered_, front.answered);
  const bool turned = std::exchange(turns_, front.turns) != front.turns;
  if (turned && (front.waiting() == 0 || answered_ != answered_before)) tell("WATCHDOG=1", MSG_DONTWAIT);
}

// Nothing can be done about a manager that does not listen.
void ServiceManager::tell(std::string_view state, int flags) const {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_.empty() || socket_.size() >= sizeof address.sun_path) return;
  socket_.copy(address.sun_path, socket_.size());
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  const kb::Descriptor out(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ::sendto(out.get(), state.data(), state.size(), MSG_NOSIGNAL | flags,
           reinterpret_cast<const sockaddr*>(&address), size);
}

}  // namespace searchd
