#include "courier/backoff.h"

#include <doctest/doctest.h>

using namespace courier;
using namespace std::chrono_literals;

TEST_CASE("backoff: twice as long each time, to an hour, and up to half of it less by chance") {
  CHECK(wait_after(1, 0, 0s) == 5s);
  CHECK(wait_after(2, 0, 0s) == 10s);
  CHECK(wait_after(5, 0, 0s) == 80s);
  CHECK(wait_after(11, 0, 0s) == 1h);
  CHECK(wait_after(1'000'000, 0, 0s) == 1h);
  CHECK(wait_after(2, 1, 0s) == 5s);
  CHECK(wait_after(2, 0.5, 0s) == 8s);
}

TEST_CASE("backoff: the other side may ask for more, to an hour") {
  CHECK(wait_after(1, 0, 120s) == 120s);
  CHECK(wait_after(1, 0, 24h) == 1h);
  CHECK(wait_after(5, 0, 1s) == 80s);
}
