// A fixed number of threads behind a bounded queue. When more jobs than threads have been waiting for a
// while, those that waited long are shed, so that under overload the others are answered fast. A short burst
// is simply worked off.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace searchd {

using Clock = std::function<std::chrono::steady_clock::time_point()>;

enum class Turn { in_time, too_late };

// The rule is CoDel's, simplified (Nichols and Jacobson, 2012): long waits are bad only when they persist.
struct Patience {
  std::chrono::milliseconds wait{250};      // a job that waited longer may be shed
  std::chrono::milliseconds standing{300};  // since the queue was last empty
};

class WorkerPool {
 public:
  using Job = std::function<void(Turn)>;  // must not throw

  WorkerPool(std::size_t workers, std::size_t capacity, Patience patience, Clock clock);  // capacity: jobs
  ~WorkerPool();  // forgets what is queued, waits for what runs
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  bool push(Job job);    // false: the queue is full
  void stop_shedding();  // from now on everything queued is in time
  std::size_t queued() const;

 private:
  struct Waiting {
    Job job;
    std::chrono::steady_clock::time_point since;
  };

  void work();
  Turn turn_of(const Waiting& waiting) const;

  const std::size_t capacity_;
  const Clock clock_;
  mutable std::mutex mutex_;  // guards all below
  std::condition_variable ready_;
  Patience patience_;
  std::deque<Waiting> queue_;
  std::chrono::steady_clock::time_point standing_since_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace searchd
