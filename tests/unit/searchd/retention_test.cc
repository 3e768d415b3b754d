#include "searchd/retention.h"

#include <doctest/doctest.h>

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

TEST_CASE("retention: a file that cannot be opened stops nobody, and a long wait ends with its owner") {
  const kb::TempFolder folder;
  const searchd::Retention retention(folder / "none.db", std::chrono::days(90), 24h);
  CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
}
