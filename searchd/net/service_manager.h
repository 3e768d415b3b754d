// Tells systemd, or whoever started us so, that we are ready, alive and stopping: the protocol of
// sd_notify(3), which is a datagram and two environment variables. Without them nothing is told to anybody.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "searchd/metrics/front_metrics.h"

namespace searchd {

// One thread.
class ServiceManager {
 public:
  ServiceManager();  // NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID

  void ready() const { tell("READY=1"); }
  void stopping() const { tell("STOPPING=1"); }

  // How often it wants a sign of life; zero when it does not.
  std::chrono::milliseconds interval() const { return interval_; }
  // Gives it if the loop has turned since the last time and waiting requests were answered. Otherwise it says
  // nothing, and after two or three such silences we are restarted.
  void beat(const FrontMetrics& front);

 private:
  void tell(std::string_view state, int flags = 0) const;

  std::string socket_;
  std::chrono::milliseconds interval_{0};
  std::uint64_t turns_ = 0;
  std::uint64_t answered_ = 0;
};

}  // namespace searchd
