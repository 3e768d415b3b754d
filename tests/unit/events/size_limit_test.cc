#include "events/size_limit.h"

#include <doctest/doctest.h>

#include "events/writer.h"
#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};
constexpr std::int64_t kRoom = 200'000;

WriterOptions with_limit(std::int64_t bytes) {
  return {.clicks_per_flush = 100'000, .max_bytes = bytes, .flush_every = 1h};
}

Feedback vote(int number, std::size_t comment = 0) {
  return {.time = kNow, .comment = std::string(comment, 'c'), .token_hash = "t" + std::to_string(number)};
}

TEST_CASE_FIXTURE(EventsFixture, "size limit: a file below it loses nothing") {
  Writer writer(file(), with_limit(kRoom));
  for (int i = 0; i < 100; ++i) writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  writer.flush();
  CHECK(count("searches") == 100);
  CHECK(writer.counts().erased == 0);
}

TEST_CASE_FIXTURE(EventsFixture, "size limit: the file stops growing, the oldest searches go, votes stay") {
  Writer writer(file(), with_limit(kRoom));
  std::uintmax_t largest = 0;
  for (int round = 0; round < 40; ++round) {
    writer.add_feedback(vote(round));
    for (int i = 0; i < 200; ++i)
      writer.add_search({.time = kNow + std::chrono::seconds(round), .lang = "en", .query = "refund"});
    writer.flush();
    largest = std::max(largest, std::filesystem::file_size(file()));
  }
  CHECK(largest < 2 * kRoom);
  CHECK(count("feedback") == 40);
  CHECK(count("searches") + static_cast<std::int64_t>(writer.counts().erased) == 8000);
  CHECK(value("SELECT MAX(time) FROM searches") == "1800000039");
  CHECK(std::stoll(value("SELECT MIN(time) FROM searches")) > 1'800'000'000);
}

TEST_CASE_FIXTURE(EventsFixture, "size limit: a flood of clicks costs clicks, not searches") {
  Writer writer(file(), with_limit(kRoom));
  for (int i = 0; i < 100; ++i) writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  for (int i = 0; i < 9000; ++i)
    writer.add_click(
        {.time = kNow, .lang = "en", .query = "refund", .article_id = "orders/track", .rank = 1});
  writer.flush();
  CHECK(count("searches") == 100);
  CHECK(count("clicks") > 0);
  CHECK(writer.counts().erased > 0);
}

TEST_CASE_FIXTURE(EventsFixture, "size limit: feedback goes last, the oldest first") {
  Writer writer(file(), with_limit(kRoom));
  writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  writer.add_request({kNow, "en", "gift card", "r1"});
  for (int i = 0; i < 60; ++i) writer.add_feedback(vote(i, 5000));
  writer.flush();
  CHECK(count("searches") == 0);
  CHECK(count("requests") == 0);
  CHECK(count("feedback") > 10);
  CHECK(count("feedback WHERE token_hash = 't0'") == 0);
  CHECK(count("feedback WHERE token_hash = 't59'") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "size limit: one that nothing fits into leaves an empty file, not a loop") {
  Writer writer(file(), with_limit(1));
  writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  writer.flush();
  CHECK(count("searches") == 0);
}

TEST_CASE_FIXTURE(EventsFixture, "size limit: 0 is none") {
  Writer writer(file(), with_limit(0));
  for (int i = 0; i < 5000; ++i) writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  writer.flush();
  CHECK(count("searches") == 5000);
}

}  // namespace
}  // namespace events
