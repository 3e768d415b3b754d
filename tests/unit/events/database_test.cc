#include "events/database.h"

#include <doctest/doctest.h>

#include <limits>
#include <thread>

#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;

std::string hint_of(const auto& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.hint();
  }
  return "nothing was thrown";
}

TEST_CASE_FIXTURE(EventsFixture, "events database: the log, durability and key checks are on") {
  const Database database(file(), OpenMode::create, 1234ms);
  const auto pragma = [&](std::string_view sql) {
    Statement row = database.prepare(sql);
    row.step();
    return row.text(0);
  };
  CHECK(pragma("PRAGMA journal_mode") == "wal");
  CHECK(pragma("PRAGMA synchronous") == "2");  // FULL
  CHECK(pragma("PRAGMA foreign_keys") == "1");
  CHECK(pragma("PRAGMA secure_delete") == "1");
}

TEST_CASE_FIXTURE(EventsFixture, "events database: waits for a lock as long as it may, and no longer") {
  Database database = open();
  Database other = open();
  const Transaction lock(other);
  for (const auto timeout : {0ms, 100ms}) {
    database.set_busy_timeout(timeout);
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(Transaction{database}, Error);
    CHECK(std::chrono::steady_clock::now() - begin >= timeout);
    CHECK(std::chrono::steady_clock::now() - begin < timeout + 1s);
  }
}

TEST_CASE_FIXTURE(EventsFixture,
                  "events database: who waits for a lock meets the moments between many others") {
  Database database = open();
  database.execute("CREATE TABLE t (a INTEGER)");
  const std::jthread others([this](const std::stop_token& stop) {
    Database other = open();
    other.set_busy_timeout(5s);
    while (!stop.stop_requested()) {
      {
        const Transaction lock(other);
        std::this_thread::sleep_for(30ms);
      }
      std::this_thread::sleep_for(5ms);
    }
  });
  const auto is_locked = [&] {
    return !hint_of([&] { const Transaction now(database); }).starts_with("nothing");
  };
  for (int i = 0; i < 20; ++i) {
    database.set_busy_timeout(0ms);
    while (!is_locked()) continue;
    database.set_busy_timeout(250ms);
    CHECK_NOTHROW(database.execute("INSERT INTO t VALUES (1)"));
  }
}

TEST_CASE_FIXTURE(EventsFixture, "events database: values come back as they went in") {
  Database database = open();
  database.execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT NOT NULL, d INTEGER)");
  const std::string text("nul \0 and quote '", 17);
  Statement insert = database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)");
  CHECK(insert.run(std::numeric_limits<std::int64_t>::max(), 0.5, text, true) == 1);
  CHECK(insert.run(2, 0.0, std::string_view(), std::chrono::sys_seconds(7s)) == 1);

  Statement rows = database.prepare("SELECT a, b, c, d FROM t");
  REQUIRE(rows.step());
  CHECK(rows.integer(0) == std::numeric_limits<std::int64_t>::max());
  CHECK(rows.real(1) == 0.5);
  CHECK(rows.text(2) == text);
  CHECK(rows.integer(3) == 1);
  REQUIRE(rows.step());
  CHECK(rows.text(2).empty());
  CHECK(rows.integer(3) == 7);
  CHECK_FALSE(rows.step());
}

TEST_CASE_FIXTURE(EventsFixture, "events database: a transaction counts only once committed") {
  Database database = open();
  database.execute("CREATE TABLE t (a INTEGER)");
  {
    Transaction transaction(database);
    database.execute("INSERT INTO t VALUES (1)");
  }
  CHECK(count("t") == 0);
  {
    Transaction transaction(database);
    database.execute("INSERT INTO t VALUES (1)");
    transaction.commit();
  }
  CHECK(count("t") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "events database: errors say what to do") {
  SUBCASE("a missing file that must exist is not made") {
    CHECK(hint_of([&] { Database(file(), OpenMode::existing, 0ms); }) ==
          "check the path, and that this user may write to the file and its folder");
    CHECK_FALSE(std::filesystem::exists(file()));
  }
  SUBCASE("a missing folder is named") {
    const auto path = folder() / "missing" / "events.db";
    CHECK_THROWS_WITH_AS(Database(path, OpenMode::create, 0ms),
                         ("events file " + path.string() + ": unable to open database file").c_str(), Error);
  }
  SUBCASE("some other file") {
    std::ofstream(file()) << std::string(5000, 'x');
    CHECK(hint_of([&] { open(); }) == "move the file aside; a new one is made then");
  }
  SUBCASE("a file that is locked") {
    Database first = open();
    Database second = open();
    const Transaction transaction(first);
    CHECK(hint_of([&] { const Transaction blocked(second); }) ==
          "another program is writing to it; try again when it has finished");
  }
}

}  // namespace
}  // namespace events
