// Tells systemd, or whoever started us so, that we are ready, alive and stopping: the protocol of
// sd_notify(3), which is a datagram and environment variables. Without the variables nothing is sent.
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

  // How often it wants a sign of life; zero for never.
  std::chrono::milliseconds interval() const { return interval_; }
  // Sends one if the loop has turned since the last call and, where requests waited, one was answered.
  // Otherwise sends nothing; after two or three calls that sent nothing the manager restarts us.
  void beat(const FrontMetrics& front);

 private:
  void tell(std::string_view state, int flags = 0) const;

  std::string socket_;
  std::chrono::milliseconds interval_{0};
  std::uint64_t turns_ = 0;
  std::uint64_t answered_ = 0;
};

}  // namespace searchd
