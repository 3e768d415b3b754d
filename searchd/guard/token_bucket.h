// How often somebody may do something: so much at once, and so much a second in the long run.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace searchd {

struct Rate {
  double burst = 1;
  double per_second = 1;
};

// A bucket for each key. Any thread.
class TokenBuckets {
 public:
  // Of more than `max_keys` only those that are not full again are remembered, and none if that is not
  // enough.
  explicit TokenBuckets(Rate rate, std::size_t max_keys = 10'000) : rate_(rate), max_keys_(max_keys) {}

  // Takes one; the time until there is one when there is none, else 0. A clock that goes back does no harm.
  std::chrono::seconds take(const std::string& key, std::chrono::sys_seconds now);
  std::size_t keys() const;

 private:
  struct Bucket {
    double tokens = 0;
    std::chrono::sys_seconds time;
  };

  double tokens_at(const Bucket& bucket, std::chrono::sys_seconds now) const;
  void forget(std::chrono::sys_seconds now);

  const Rate rate_;
  const std::size_t max_keys_;
  mutable std::mutex mutex_;  // guards buckets_
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace searchd
