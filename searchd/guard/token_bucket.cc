#include "searchd/guard/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace searchd {

double TokenBuckets::tokens_at(const Bucket& bucket, std::chrono::sys_seconds now) const {
  const auto elapsed = std::max(now - bucket.time, std::chrono::seconds(0));
  return std::min(rate_.burst, bucket.tokens + static_cast<double>(elapsed.count()) * rate_.per_second);
}

// A full bucket says no more than none at all.
void TokenBuckets::forget(std::chrono::sys_seconds now) {
  std::erase_if(buckets_, [&](const auto& entry) { return tokens_at(entry.second, now) >= rate_.burst; });
  if (buckets_.size() >= max_keys_) buckets_.clear();
}

std::chrono::seconds TokenBuckets::take(const std::string& key, std::chrono::sys_seconds now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= max_keys_ && !buckets_.contains(key)) forget(now);
  Bucket& bucket = buckets_.try_emplace(key, Bucket{rate_.burst, now}).first->second;
  bucket.tokens = tokens_at(bucket, now);
  bucket.time = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::chrono::seconds(0);
  }
  const double wait = (1 - bucket.tokens) / rate_.per_second;
  return std::chrono::seconds(std::max<std::int64_t>(1, std::llround(std::ceil(wait))));
}

std::size_t TokenBuckets::keys() const {
  const std::lock_guard lock(mutex_);
  return buckets_.size();
}

}  // namespace searchd
