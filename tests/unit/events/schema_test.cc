#include "events/schema.h"

#include <doctest/doctest.h>

#include "events/insert.h"
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

// The file as the first version made it, with a row in each table.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE searches (time INTEGER NOT NULL, lang TEXT NOT NULL, query TEXT NOT NULL, result_count INTEGER NOT NULL,
  confidence REAL NOT NULL, outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'hits', 'nothing')),
  source TEXT NOT NULL CHECK (source IN ('page', 'api')), served_from_cache INTEGER NOT NULL) STRICT;
CREATE TABLE clicks (time INTEGER NOT NULL, lang TEXT NOT NULL, query TEXT NOT NULL, article_id TEXT NOT NULL,
  rank INTEGER NOT NULL) STRICT;
CREATE TABLE contact (time INTEGER NOT NULL, lang TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('shown', 'opened', 'chosen')), channel TEXT NOT NULL,
  article_id TEXT NOT NULL) STRICT;
CREATE TABLE feedback (time INTEGER NOT NULL, lang TEXT NOT NULL, article_id TEXT NOT NULL, helpful INTEGER NOT NULL,
  reason TEXT NOT NULL, comment TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> '')) STRICT;
CREATE TABLE requests (time INTEGER NOT NULL, lang TEXT NOT NULL, query TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> '')) STRICT;
INSERT INTO searches VALUES (5, 'en', 'gift card', 3, 0.5, 'hits', 'page', 1);
INSERT INTO clicks VALUES (6, 'en', 'gift card', 'orders/gift-cards', 2);
INSERT INTO contact VALUES (7, 'en', 'chosen', 'phone', '');
INSERT INTO feedback VALUES (8, 'en', 'orders/gift-cards', 1, 'outdated', 'thanks', 'token');
INSERT INTO requests VALUES (9, 'en', 'gift card', 'token');
PRAGMA user_version = 1;
)sql";

TEST_CASE_FIXTURE(EventsFixture,
                  "events schema: a file of the first version keeps its rows, none of them first") {
  open().execute(kVersion1);
  open_events(file(), OpenMode::existing, 0ms);
  CHECK(value("PRAGMA user_version") == "2");
  CHECK(value("SELECT time || lang || query || result_count || confidence || outcome || source || "
              "served_from_cache || from_query || first FROM searches") == "5engift card30.5hitspage10");
  CHECK(value("SELECT time || lang || query || article_id || rank || first FROM clicks") ==
        "6engift cardorders/gift-cards20");
  CHECK(value("SELECT time || reason || comment || token_hash || query || first FROM feedback") ==
        "8outdatedthankstoken0");
  CHECK(count("contact") == 1);
  CHECK(count("requests") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: a migrated file takes new events") {
  open().execute(kVersion1);
  Database database = open_events(file(), OpenMode::existing, 0ms);
  CHECK(insert(database, {Search{.query = "refund", .from_query = "gift card", .first = 7},
                          Click{.query = "refund", .article_id = "orders/refund", .rank = 1, .first = 7}}) ==
        2);
  CHECK(insert(database,
               Feedback{.article_id = "orders/refund", .token_hash = "t", .query = "refund", .first = 7}));
  CHECK(value("SELECT from_query || first FROM searches WHERE query = 'refund'") == "gift card7");
  CHECK(value("SELECT article_id || first FROM clicks WHERE query = 'refund'") == "orders/refund7");
  CHECK(value("SELECT query || first FROM feedback WHERE token_hash = 't'") == "refund7");
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

// What opening the file fails with, "" when it opens.
std::string refusal(const auto& open) {
  try {
    open();
  } catch (const Error& error) {
    return std::string(error.what()) + "; " + error.hint();
  }
  return "";
}

constexpr const char* kNameAnother = "; name a file that firstline-searchd --events wrote";

TEST_CASE_FIXTURE(EventsFixture, "events schema: a database that is not ours is refused and left alone") {
  const std::string at = "events file " + file().native() + ": ";
  {
    Database stranger = open();
    stranger.execute("PRAGMA journal_mode = DELETE; CREATE TABLE invoices (id); PRAGMA user_version = 1");
  }
  const std::string before = bytes_on_disk();
  const std::string wanted = at + "this database is not one of events" + kNameAnother;
  CHECK(refusal([&] { open_events(file(), OpenMode::create, 0ms); }) == wanted);
  CHECK(refusal([&] { open_events(file(), OpenMode::existing, 0ms); }) == wanted);
  CHECK(refusal([&] { open_events_to_read(file(), 0ms); }) == wanted);
  CHECK(bytes_on_disk() == before);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: nothing to read is made of what holds nothing") {
  const std::string at = "events file " + file().native() + ": ";
  const auto read = [&] { return refusal([&] { open_events_to_read(file(), 0ms); }); };
  const auto existing = [&] { return refusal([&] { open_events(file(), OpenMode::existing, 0ms); }); };
  CHECK(read() == at + "there is no such file" + kNameAnother);
  CHECK(existing() == read());
  std::ofstream(file()).close();
  CHECK(read() == at + "the file is empty" + kNameAnother);
  CHECK(existing() == read());
  CHECK(bytes_on_disk().empty());
  std::ofstream(file()) << "a text that is longer than the header of a database, so that SQLite looks at it: "
                           "one hundred bytes.....";
  const std::string text = bytes_on_disk();
  CHECK(read() == at + "file is not a database" + kNameAnother);
  CHECK(bytes_on_disk() == text);
  std::filesystem::remove(file());
  open();
  CHECK(read() == at + "there are no events in this database" + kNameAnother);
  std::filesystem::remove(file());
  std::filesystem::create_directory(file());
  CHECK(read() == at + "this is no plain file" + kNameAnother);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: an older file is not migrated by who reads it") {
  open().execute(kVersion1);
  const std::string before = bytes_on_disk();
  CHECK(refusal([&] { open_events_to_read(file(), 0ms); }) ==
        "events file " + file().native() +
            ": it has version 1, and version 2 is wanted; start firstline-searchd --events with the file, or "
            "with a copy of it, to bring it up to date; events from before that do not tell what can be "
            "learned");
  CHECK(bytes_on_disk() == before);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: reading leaves nothing beside the file, whatever its name") {
  const auto odd = folder() / "a 100% odd?name#1.db";
  open_events(odd, OpenMode::create, 0ms);
  const std::string before = bytes_on_disk();
  {
    const Database database = open_events_to_read(odd, 0ms);
    CHECK(database.prepare("SELECT * FROM searches").step() == false);
    CHECK_THROWS_AS(Database(odd, OpenMode::read_only, 0ms).execute("DELETE FROM searches"), Error);
  }
  CHECK(bytes_on_disk() == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder()), {}) == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: what the daemon's log holds is read") {
  Database daemon = open_events(file(), OpenMode::create, 0ms);
  daemon.execute("INSERT INTO requests VALUES (1, 'en', 'gift card', 'token')");
  const Database database = open_events_to_read(file(), 0ms);
  CHECK(database.prepare("SELECT * FROM requests").step());
  daemon.execute("INSERT INTO requests VALUES (1, 'en', 'refund', 'other')");
}

TEST_CASE_FIXTURE(EventsFixture, "events schema: words outside the known ones are refused") {
  Database database = open_events(file(), OpenMode::create, 0ms);
  for (const char* insert : {
           "INSERT INTO searches VALUES (1, 'en', 'q', 1, 1, 'maybe', 'page', 0, '', 0)",
           "INSERT INTO searches VALUES (1, 'en', 'q', 1, 1, 'hits', 'fax', 0, '', 0)",
           "INSERT INTO contact VALUES (1, 'en', 'left', '', '')",
           "INSERT INTO feedback VALUES (1, 'en', 'a', 1, '', '', '', '', 0)",
           "INSERT INTO requests VALUES (1, 'en', 'q', '')",
           "INSERT INTO clicks VALUES ('today', 'en', 'q', 'a', 1, 0)",
       }) {
    CAPTURE(insert);
    CHECK_THROWS_AS(database.execute(insert), Error);
  }
}

}  // namespace
}  // namespace events
