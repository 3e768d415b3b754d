#include "searchd/net/worker_pool.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <atomic>
#include <vector>

#include "tests/unit/searchd/front_fixture.h"

using namespace front;
using searchd::Patience;
using searchd::Turn;
using searchd::WorkerPool;

TEST_CASE("worker pool: runs what is pushed") {
  std::atomic<int> done = 0;
  WorkerPool pool(3, 100, {}, std::chrono::steady_clock::now);
  for (int i = 0; i < 100; ++i) REQUIRE(pool.push([&](Turn) { ++done; }));
  CHECK(eventually([&] { return done == 100; }));
}

TEST_CASE("worker pool: leaves the processor to whoever feeds it") {
  std::atomic<int> niceness = 0;
  WorkerPool pool(1, 1, {}, std::chrono::steady_clock::now);
  REQUIRE(pool.push([&](Turn) { niceness = ::getpriority(PRIO_PROCESS, 0); }));
  CHECK(eventually([&] { return niceness > ::getpriority(PRIO_PROCESS, 0); }));
}

TEST_CASE("worker pool: refuses more than its queue holds") {
  Gate gate;
  WorkerPool pool(1, 2, {}, std::chrono::steady_clock::now);
  REQUIRE(pool.push([&](Turn) { gate.pass(); }));
  REQUIRE(eventually([&] { return gate.waiting() == 1; }));
  CHECK(pool.push([](Turn) {}));
  CHECK(pool.push([](Turn) {}));
  CHECK_FALSE(pool.push([](Turn) {}));
  gate.open();
  CHECK(eventually([&] { return pool.queued() == 0; }));
}

TEST_CASE("worker pool: a long wait is too late only when the queue has been standing") {
  FakeClock clock;
  Gate gate;
  std::atomic<int> late = 0;
  std::atomic<int> ran = 0;
  const auto job = [&](Turn turn) {
    if (turn == Turn::too_late) ++late;
    ++ran;
  };
  WorkerPool pool(1, 10, {250ms, 500ms}, clock.function());
  REQUIRE(pool.push([&](Turn) { gate.pass(); }));
  REQUIRE(eventually([&] { return gate.waiting() == 1; }));
  pool.push(job);
  SUBCASE("a short burst is worked off") {
    clock.advance(400ms);
    gate.open();
    CHECK(eventually([&] { return ran == 1; }));
    CHECK(late == 0);
  }
  SUBCASE("under overload who waited long is shed, who came lately is not") {
    clock.advance(400ms);
    pool.push(job);
    clock.advance(200ms);
    gate.open();
    CHECK(eventually([&] { return ran == 2; }));
    CHECK(late == 1);
  }
  SUBCASE("who is next anyway is never shed, however slow the machine") {
    clock.advance(60s);
    gate.open();
    CHECK(eventually([&] { return ran == 1; }));
    CHECK(late == 0);
  }
  SUBCASE("a drain sheds nobody") {
    clock.advance(60s);
    pool.stop_shedding();
    gate.open();
    CHECK(eventually([&] { return ran == 1; }));
    CHECK(late == 0);
  }
}

TEST_CASE("worker pool: its end waits for what runs and forgets the rest") {
  Gate gate;
  std::atomic<int> done = 0;
  {
    WorkerPool pool(1, 10, {}, std::chrono::steady_clock::now);
    pool.push([&](Turn) {
      gate.open();
      std::this_thread::yield();
      ++done;
    });
    gate.pass();
  }
  CHECK(done == 1);
}
