#include "searchd/guard/daily_firsts.h"

#include <doctest/doctest.h>

#include <set>
#include <thread>
#include <vector>

using namespace searchd;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_seconds kMorning = std::chrono::sys_days(std::chrono::year(2026) / 5 / 2) + 8h;

}  // namespace

TEST_CASE("daily firsts: only the first of a client's repetitions") {
  DailyFirsts firsts;
  CHECK(firsts.first("a", {"search", "en", "refund"}, kMorning) != 0);
  for (int i = 0; i < 10'000; ++i) CHECK(firsts.first("a", {"search", "en", "refund"}, kMorning + 1h) == 0);
}

TEST_CASE("daily firsts: other clients and other things have firsts of their own") {
  DailyFirsts firsts;
  const auto number = firsts.first("a", {"search", "en", "refund"}, kMorning);
  CHECK(firsts.first("b", {"search", "en", "refund"}, kMorning) == number);
  CHECK(firsts.first("a", {"search", "de", "refund"}, kMorning) == number);
  CHECK(firsts.first("a", {"search", "en", "gift card"}, kMorning) == number);
  CHECK(firsts.first("a", {"click", "en", "refund"}, kMorning) == number);
  CHECK(firsts.first("a", {"search", "enrefund"}, kMorning) == number);
  CHECK(firsts.first("a", {"search", "enr", "efund"}, kMorning) == number);
  CHECK(firsts.first("", {"search", "en", "refund"}, kMorning) == number);
  CHECK(firsts.first("", {"search", "en", "refund"}, kMorning) == 0);
}

TEST_CASE("daily firsts: each day (UTC) begins anew, with another number") {
  DailyFirsts firsts;
  const auto night = kMorning + 16h - 1s;
  const auto today = firsts.first("a", {"x"}, night);
  CHECK(firsts.first("a", {"x"}, night) == 0);
  const auto tomorrow = firsts.first("a", {"x"}, night + 1s);
  CHECK(tomorrow != 0);
  CHECK(tomorrow != today);
  CHECK(firsts.first("a", {"x"}, night + 24h) == 0);
}

TEST_CASE("daily firsts: what comes late, for the day before, is never first") {
  DailyFirsts firsts;
  CHECK(firsts.first("a", {"x"}, kMorning + 24h) != 0);
  for (int i = 0; i < 3; ++i) {
    CHECK(firsts.first("b", {"x"}, kMorning) == 0);
    CHECK(firsts.first("a", {"x"}, kMorning + 24h) == 0);
  }
}

TEST_CASE("daily firsts: a clock that was ahead and is put right begins anew, with another number") {
  DailyFirsts firsts;
  const auto ahead = firsts.first("a", {"x"}, kMorning + 365 * 24h);
  const auto right = firsts.first("a", {"x"}, kMorning);
  CHECK(right != 0);
  CHECK(right != ahead);
  CHECK(firsts.first("a", {"x"}, kMorning) == 0);
}

TEST_CASE("daily firsts: after a start the same client is first again, under another number") {
  DailyFirsts before;
  DailyFirsts after;
  CHECK(before.first("a", {"x"}, kMorning) != after.first("a", {"x"}, kMorning));
}

TEST_CASE("daily firsts: salt and number are made anew each day, of other bytes") {
  std::vector<std::size_t> asked;
  DailyFirsts firsts({}, [&](std::size_t bytes) {
    asked.push_back(bytes);
    return std::string(2 * bytes, static_cast<char>('a' + asked.size()));
  });
  firsts.first("a", {"x"}, kMorning);
  firsts.first("a", {"y"}, kMorning + 1h);
  CHECK(asked == std::vector<std::size_t>{32, 4});
  firsts.first("a", {"y"}, kMorning + 24h);
  CHECK(asked == std::vector<std::size_t>{32, 4, 32, 4});
}

TEST_CASE("daily firsts: memory has an end, and what finds no room is counted and never first") {
  DailyFirsts firsts({.all = 3, .client = 3});
  for (const char* client : {"a", "b", "c"}) CHECK(firsts.first(client, {"x"}, kMorning) != 0);
  CHECK(firsts.without_room() == 0);
  for (int i = 0; i < 2; ++i) CHECK(firsts.first("d", {"x"}, kMorning) == 0);
  CHECK(firsts.first("a", {"x"}, kMorning) == 0);
  CHECK(firsts.without_room() == 2);
  CHECK(firsts.first("d", {"x"}, kMorning + 24h) != 0);
}

TEST_CASE("daily firsts: one client cannot take the others' room") {
  DailyFirsts firsts({.all = 100, .client = 5});
  int counted = 0;
  for (int i = 0; i < 1000; ++i) counted += firsts.first("a", {std::to_string(i)}, kMorning) != 0 ? 1 : 0;
  CHECK(counted == 5);
  CHECK(firsts.without_room() == 995);
  CHECK(firsts.first("b", {"x"}, kMorning) != 0);
}

TEST_CASE("daily firsts: threads that come at once have one first among them") {
  DailyFirsts firsts;
  std::atomic<int> counted = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (int n = 0; n < 500; ++n) {
          if (firsts.first("a", {std::to_string(n)}, kMorning) != 0) ++counted;
        }
      });
  }
  CHECK(counted == 500);
}
