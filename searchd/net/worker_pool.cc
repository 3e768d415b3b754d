#include "searchd/net/worker_pool.h"

#include <sys/resource.h>
#include <unistd.h>

#include <system_error>
#include <utility>

namespace searchd {

namespace {

// The thread that feeds the queue gets the processor first. A loop that competes with its own workers is late
// to turn clients away and late to deliver answers.
constexpr int kNicer = 2;  // nice(2)

}  // namespace

WorkerPool::WorkerPool(std::size_t workers, std::size_t capacity, Patience patience, Clock clock)
    : capacity_(capacity), clock_(std::move(clock)), patience_(patience) {
  threads_.reserve(workers);
  try {
    while (threads_.size() < workers) threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {  // no more threads to be had: fewer do it, too
    if (threads_.empty()) throw;
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ready_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::push(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= capacity_) return false;
    const auto now = clock_();
    if (queue_.empty()) standing_since_ = now;
    queue_.push_back({std::move(job), now});
  }
  ready_.notify_one();
  return true;
}

void WorkerPool::stop_shedding() {
  const std::lock_guard lock(mutex_);
  patience_.wait = std::chrono::hours(1);
}

std::size_t WorkerPool::queued() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void WorkerPool::work() {
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), ::getpriority(PRIO_PROCESS, 0) + kNicer);
  std::unique_lock lock(mutex_);
  while (true) {
    ready_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    Waiting next = std::move(queue_.front());
    queue_.pop_front();
    const Turn turn = turn_of(next);
    lock.unlock();
    next.job(turn);
    next.job = nullptr;  // the request goes before the lock comes back
    lock.lock();
  }
}

Turn WorkerPool::turn_of(const Waiting& waiting) const {
  const auto now = clock_();
  // When every worker can take what waits, it is the machine that is slow: to turn somebody away, a page's
  // style sheet say, would help nobody.
  const bool crowded = queue_.size() >= threads_.size();
  const bool late =
      crowded && now - waiting.since > patience_.wait && now - standing_since_ > patience_.standing;
  return late ? Turn::too_late : Turn::in_time;
}

}  // namespace searchd
