#include "events/schema.h"

#include <doctest/doctest.h>

#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;

TEST_CASE_FIXTURE(EventsFixture, "events schema: a new file gets every table and the version") {
  open_events(file(), OpenMode::create, 0ms);
  CHECK(value("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema "
              "WHERE type = 'table' ORDER BY name)") == "clicks,contact,feedback,requests,searches");
  CHECK(value("PRAGMA user_version") == std::to_string(schema_version()));
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: opening again keeps what is there") {
  open_events(file(), OpenMode::create, 0ms)
      .execute("INSERT INTO requests VALUES (1, 'en', 'gift card', 'token')");
  open_events(file(), OpenMode::create, 0ms);
  CHECK(count("requests") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: a newer file is refused and left alone") {
  open().execute("PRAGMA user_version = 99");
  const std::string message =
      "the events file has version 99, this program knows versions up to " + std::to_string(schema_version());
  CHECK_THROWS_WITH_AS(open_events(file(), OpenMode::create, 0ms), message.c_str(), Error);
  CHECK(value("PRAGMA user_version") == "99");
  CHECK(count("sqlite_schema") == 0);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: a damaged version is refused, with what to do") {
  open().execute("PRAGMA user_version = -7");
  CHECK_THROWS_WITH_AS(open_events(file(), OpenMode::create, 0ms),
                       "the events file has the version -7, which there never was", Error);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: a migration that fails leaves nothing behind") {
  open().execute("CREATE TABLE feedback (something_else)");
  CHECK_THROWS_AS(open_events(file(), OpenMode::create, 0ms), Error);
  CHECK(value("PRAGMA user_version") == "0");
  CHECK(value("SELECT group_concat(name) FROM sqlite_schema") == "feedback");
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: words outside the known ones are refused") {
  Database database = open_events(file(), OpenMode::create, 0ms);
  for (const char* insert : {
           "INSERT INTO searches VALUES (1, 'en', 'q', 1, 1, 'maybe', 'page', 0)",
           "INSERT INTO searches VALUES (1, 'en', 'q', 1, 1, 'hits', 'fax', 0)",
           "INSERT INTO contact VALUES (1, 'en', 'left', '', '')",
           "INSERT INTO feedback VALUES (1, 'en', 'a', 1, '', '', '')",
           "INSERT INTO requests VALUES (1, 'en', 'q', '')",
           "INSERT INTO clicks VALUES ('today', 'en', 'q', 'a', 1)",
       }) {
    CAPTURE(insert);
    CHECK_THROWS_AS(database.execute(insert), Error);
  }
}

}  // namespace
}  // namespace events
