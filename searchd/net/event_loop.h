// The one thread that owns all sockets: whole requests go from it to the workers, answers come back and are
// written as fast as each client reads. Neither a slow client nor a slow answer holds up anybody else.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kb/store/descriptor.h"
#include "searchd/metrics/front_metrics.h"
#include "searchd/net/answer.h"
#include "searchd/net/connection.h"
#include "searchd/net/listener.h"
#include "searchd/net/worker_pool.h"

namespace searchd {

struct FrontOptions {
  std::size_t workers = 0;   // 0: twice the cores
  std::size_t queue = 1024;  // requests that wait for a worker
  std::size_t connections = 4096;
  std::size_t max_per_client =
      0;  // connections of one address; 0: no limit, since behind a proxy all are one address
  std::size_t max_unsent =
      256 * 1024 * 1024;  // bytes of answers that nobody shares; beyond it the slowest reader is dropped
  Deadlines deadlines{};
  Patience patience{};
  std::chrono::milliseconds drain{15000};  // at the end, for requests that have arrived
  std::size_t large_bodies = 8;            // of more than kMaxRequestBody that are in memory at one time
  BodyLimit body_limit{};                  // kMaxRequestBody for every request when there is none
};

class EventLoop {
 public:
  // The handler is called by several threads at once. Throws Error when the kernel has no resources left.
  EventLoop(Listener listener, Handler handler, const FrontOptions& options = {},
            Clock clock = std::chrono::steady_clock::now);
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  void run();  // until stopped

  // Any thread, or a signal handler. The first call accepts no more clients and lets run() return when every
  // request that has arrived is answered, or after options.drain; the second lets it return at once.
  void stop() noexcept;

  const FrontMetrics& metrics() const { return metrics_; }
  std::size_t queued() const { return workers_.queued(); }

 private:
  using Id = std::uint64_t;  // never used twice, so a late answer cannot reach the wrong client
  // Held by whoever holds a large body, first the client and then a worker. Holders are what is counted, so
  // no way out of either can forget to count down.
  using LargeBody = std::shared_ptr<const void>;

  struct Client {
    kb::Descriptor socket;
    std::string peer;
    Connection connection;
    std::uint32_t events = EPOLLIN;  // what epoll watches
    std::size_t unsent = 0;          // its share of unsent_
    LargeBody large_body{};          // while one is received
  };

  bool is_done() const;
  int wait_milliseconds() const;
  void handle(const epoll_event& event);
  void sweep();
  void begin_drain();

  void accept_clients();
  void watch_listener(bool on);
  void admit(Accepted accepted);
  bool is_over_limit(const std::string& peer) const;
  void drop(Id id);
  void evict_slow_readers();

  void read(Client& client);
  bool write(Client& client);
  bool admit_large_body(Client& client);
  void settle(Id id, Client& client);
  void watch(Id id, Client& client, std::uint32_t events);
  void account(Client& client);

  void dispatch(Id id, Client& client);
  void finish(Id id, Answer answer);
  void deliver_answers();

  const FrontOptions options_;
  const Handler handler_;
  const Clock clock_;
  Listener listener_;
  kb::Descriptor epoll_;
  kb::Descriptor wake_;
  TimePoint now_;
  TimePoint next_sweep_;
  TimePoint drain_end_;
  bool listening_ = true;
  std::unordered_map<Id, Client> clients_;
  std::unordered_map<std::string, std::size_t> per_peer_;
  Id next_id_;
  std::size_t unsent_ = 0;
  const LargeBody large_body_ = std::make_shared<char>();
  std::array<char, 16 * 1024> buffer_{};
  FrontMetrics metrics_;
  std::atomic<int> stops_{0};
  std::atomic<bool> draining_{false};
  std::mutex answers_mutex_;  // guards answers_
  std::vector<std::pair<Id, Answer>> answers_;
  WorkerPool workers_;  // last: its threads use all of the above
};

}  // namespace searchd
