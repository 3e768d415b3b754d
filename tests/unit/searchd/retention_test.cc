#include "searchd/retention.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

#include "events/reader.h"
#include "events/writer.h"
#include "tests/unit/kb/fixture.h"
#include "tests/unit/searchd/front_fixture.h"

using namespace std::chrono_literals;
using front::eventually;

namespace {

void search(const std::filesystem::path& file, std::chrono::days ago) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  events::Writer(file).add_search({.time = now - ago, .lang = "en", .query = "refund"});
}

std::size_t days_with_searches(const std::filesystem::path& file) {
  return events::Reader(file).days({}).size();
}

// The wall clock is set forward by so many days at the first look, at the second, and so on.
class SetClocks {
 public:
  explicit SetClocks(std::vector<int> days) : days_(std::move(days)) {}

  searchd::Retention::Clocks clocks() {
    return [this] {
      auto now = searchd::read_clocks();
      now.wall += std::chrono::days(days_[std::min(looks_++, days_.size() - 1)]);
      return now;
    };
  }
  // What was decided at all looks but the last is done.
  bool has_looked(std::size_t times) const {
    return eventually([&] { return looks_ > times; });
  }

 private:
  const std::vector<int> days_;
  std::atomic<std::size_t> looks_ = 0;
};

}  // namespace

TEST_CASE("retention: erases what is older, at once and again later") {
  const kb::TempFolder folder;
  const auto file = folder / "events.db";
  for (const int ago : {1, 89, 91}) search(file, std::chrono::days(ago));
  const searchd::Retention retention(file, std::chrono::days(90), 1ms);
  CHECK(eventually([&] { return days_with_searches(file) == 2; }));
  search(file, std::chrono::days(400));
  CHECK(eventually([&] { return days_with_searches(file) == 2; }));
}

TEST_CASE("retention: a clock that was set forward is believed when it still says so the next time") {
  const kb::TempFolder folder;
  const auto file = folder / "events.db";
  for (const int ago : {1, 80}) search(file, std::chrono::days(ago));
  SetClocks put_right({0, 27'000, 0});
  {
    const searchd::Retention retention(file, std::chrono::days(90), 1ms, put_right.clocks());
    CHECK(put_right.has_looked(4));
  }
  CHECK(days_with_searches(file) == 2);
  SetClocks stays({0, 20});
  const searchd::Retention retention(file, std::chrono::days(90), 1ms, stays.clocks());
  CHECK(eventually([&] { return days_with_searches(file) == 1; }));
}

TEST_CASE("retention: a clock by which all has to go at the start is believed the next time") {
  const kb::TempFolder folder;
  const auto file = folder / "events.db";
  for (const int ago : {91, 99}) search(file, std::chrono::days(ago));
  // A start that is over before the next time, twice.
  for (int i = 0; i < 2; ++i) const searchd::Retention retention(file, std::chrono::days(90), 24h);
  CHECK(days_with_searches(file) == 2);
  const searchd::Retention retention(file, std::chrono::days(90), 1ms);
  CHECK(eventually([&] { return days_with_searches(file) == 0; }));
}

TEST_CASE("retention: a file that cannot be opened stops nobody, and a long wait ends with its owner") {
  const kb::TempFolder folder;
  const searchd::Retention retention(folder / "none.db", std::chrono::days(90), 24h);
  CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
}
