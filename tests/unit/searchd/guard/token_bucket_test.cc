#include "searchd/guard/token_bucket.h"

#include <doctest/doctest.h>

using namespace searchd;
using namespace std::chrono_literals;

namespace {

const std::chrono::sys_seconds kNow{std::chrono::seconds{1'800'000'000}};

}  // namespace

TEST_CASE("token bucket: a burst, then as fast as it fills") {
  TokenBuckets buckets({.burst = 3, .per_second = 0.5});
  for (int i = 0; i < 3; ++i) CHECK(buckets.take("a", kNow) == 0s);
  CHECK(buckets.take("a", kNow) == 2s);
  CHECK(buckets.take("b", kNow) == 0s);
  CHECK(buckets.take("a", kNow + 1s) == 1s);
  CHECK(buckets.take("a", kNow + 2s) == 0s);
  CHECK(buckets.take("a", kNow + 2s) == 2s);
  for (int i = 0; i < 3; ++i) CHECK(buckets.take("a", kNow + 24h) == 0s);
  CHECK(buckets.take("a", kNow + 24h) == 2s);
}

TEST_CASE("token bucket: a clock that goes back neither gives nor takes") {
  TokenBuckets buckets({.burst = 1, .per_second = 1});
  CHECK(buckets.take("a", kNow) == 0s);
  CHECK(buckets.take("a", kNow - 1h) == 1s);
  CHECK(buckets.take("a", kNow - 1h + 1s) == 0s);
}

TEST_CASE("token bucket: memory has an end") {
  TokenBuckets buckets({.burst = 2, .per_second = 1}, 3);
  for (const char* key : {"a", "b", "c"}) buckets.take(key, kNow);
  buckets.take("d", kNow + 1s);  // the others are full again
  CHECK(buckets.keys() == 1);
  for (int i = 0; i < 1000; ++i) buckets.take(std::to_string(i), kNow + 1s);
  CHECK(buckets.keys() <= 3);
}
