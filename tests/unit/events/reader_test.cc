#include "events/reader.h"

#include <doctest/doctest.h>

#include "events/event.h"
#include "events/writer.h"
#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr sys_days kDay = std::chrono::year(2026) / 5 / 2;
constexpr sys_seconds kNoon = sys_seconds(kDay) + 12h;

// Writes through a Writer whose events are on disk before the Reader looks.
class ReaderFixture : public EventsFixture {
 public:
  void search(int times, const std::string& query, Outcome outcome, sys_seconds time = kNoon,
              const std::string& lang = "en") {
    for (int i = 0; i < times; ++i) {
      writer.add_search({.time = time, .lang = lang, .query = query, .confidence = 0.5, .outcome = outcome});
    }
    writer.flush();
  }

  void vote(const std::string& article, bool helpful, const std::string& comment = "",
            sys_seconds time = kNoon) {
    writer.add_feedback({time, "en", article, helpful, "", comment, std::to_string(++token)});
  }

  Writer writer{file()};
  Reader reader{file()};
  int token = 0;
};

std::string queries(const std::vector<QueryCount>& counts) {
  std::string text;
  for (const QueryCount& c : counts) {
    text +=
        c.lang + " " + c.query + " " + std::to_string(c.nothing) + "/" + std::to_string(c.searches) + "\n";
  }
  return text;
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: the newest event is that of any kind, and there may be none") {
  CHECK_FALSE(reader.newest());
  search(1, "refund", Outcome::hits, kNoon + 1h);
  CHECK(reader.newest() == kNoon + 1h);
  vote("orders/returns", true, "", kNoon + 2h);
  CHECK(reader.newest() == kNoon + 2h);
  search(1, "refund", Outcome::hits);
  CHECK(reader.newest() == kNoon + 2h);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: a query is shown after five occurrences, not before") {
  search(4, "rare", Outcome::hits);
  CHECK(reader.top_queries({}).empty());
  search(1, "rare", Outcome::hits);
  CHECK(queries(reader.top_queries({})) == "en rare 0/5\n");
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: occurrences in another language or period do not count") {
  search(4, "rare", Outcome::nothing);
  search(4, "rare", Outcome::nothing, kNoon, "de");
  search(4, "rare", Outcome::nothing, kNoon + 24h);
  CHECK(reader.top_queries({.period = {.until = kNoon + 1h}}).empty());
  CHECK(reader.queries_with_nothing({.period = {.until = kNoon + 1h}}).empty());
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: the most frequent queries come first, with their rates") {
  search(5, "refund", Outcome::answer);
  search(1, "gift card", Outcome::hits);
  search(5, "gift card", Outcome::nothing);
  const auto top = reader.top_queries({});
  CHECK(queries(top) == "en gift card 5/6\nen refund 0/5\n");
  CHECK(top.at(0).nothing_rate() == doctest::Approx(5.0 / 6));
  CHECK(top.at(0).mean_confidence == doctest::Approx(0.5));
  CHECK(queries(reader.top_queries({.limit = 1})) == "en gift card 5/6\n");
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: queries with nothing found, the most frequent first") {
  search(9, "refund", Outcome::answer);
  search(6, "invoice", Outcome::hits);
  search(1, "invoice", Outcome::nothing);
  search(5, "gift card", Outcome::nothing);
  search(4, "rare", Outcome::nothing);
  CHECK(queries(reader.queries_with_nothing({})) == "en gift card 5/5\nen invoice 1/7\n");
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: clicks by query and article, rare ones hidden") {
  for (int i = 0; i < 5; ++i) writer.add_click({kNoon, "en", "refund", "orders/refund", 1 + i % 2});
  for (int i = 0; i < 4; ++i) writer.add_click({kNoon, "en", "refund", "orders/track", 1});
  writer.flush();
  const auto clicks = reader.clicked_articles({});
  REQUIRE(clicks.size() == 1);
  CHECK(clicks[0].query == "refund");
  CHECK(clicks[0].article_id == "orders/refund");
  CHECK(clicks[0].clicks == 5);
  CHECK(clicks[0].mean_rank == doctest::Approx(1.4));
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: requested articles, rare ones hidden") {
  for (int i = 0; i < 9; ++i) {
    writer.add_request({kNoon, "en", i < 5 ? "gift card" : "rare", std::to_string(i)});
  }
  const auto requests = reader.requested_articles({});
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].query == "gift card");
  CHECK(requests[0].requests == 5);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: feedback by article, the least helpful first") {
  vote("orders/track", true);
  vote("orders/track", false);
  vote("orders/refund", false);
  vote("orders/refund", false);
  vote("orders/old", false, "", kNoon - 24h);
  const auto feedback = reader.article_feedback({.from = kNoon});
  REQUIRE(feedback.size() == 2);
  CHECK(feedback[0].article_id == "orders/refund");
  CHECK(feedback[0].unhelpful == 2);
  CHECK(feedback[1].helpful == 1);
  CHECK(feedback[1].unhelpful == 1);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: comments, the newest first, silent votes left out") {
  vote("orders/track", false, "the first");
  vote("orders/track", true);
  vote("orders/refund", false, "the second", kNoon + 1s);
  const auto comments = reader.comments({});
  REQUIRE(comments.size() == 2);
  CHECK(comments[0].comment == "the second");
  CHECK(comments[0].time == kNoon + 1s);
  CHECK(comments[1].article_id == "orders/track");
  CHECK_FALSE(comments[1].helpful);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: the steps taken on the contact page, by channel") {
  writer.add_contact({kNoon, "en", ContactStep::shown, "", ""});
  writer.add_contact({kNoon, "en", ContactStep::opened, "phone", ""});
  writer.add_contact({kNoon, "en", ContactStep::chosen, "phone", ""});
  writer.flush();
  const auto contact = reader.contact_counts({});
  REQUIRE(contact.size() == 2);
  CHECK(contact[0].shown == 1);
  CHECK(contact[1].channel == "phone");
  CHECK(contact[1].opened == 1);
  CHECK(contact[1].chosen == 1);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: days begin at midnight UTC and count each kind") {
  search(2, "refund", Outcome::answer, kDay);
  search(1, "refund", Outcome::hits, kDay + 24h - 1s);
  search(1, "refund", Outcome::nothing, kDay + 24h);
  vote("orders/track", true);
  writer.add_click({kNoon, "en", "refund", "orders/refund", 1});
  writer.add_contact({kNoon, "en", ContactStep::shown, "", ""});
  writer.add_contact({kNoon, "en", ContactStep::chosen, "phone", ""});
  writer.flush();
  const auto days = reader.days({});
  REQUIRE(days.size() == 2);
  CHECK(days[0].day == kDay);
  CHECK(days[0].searches == 3);
  CHECK(days[0].answers == 2);
  CHECK(days[0].nothing == 0);
  CHECK(days[0].clicks == 1);
  CHECK(days[0].feedback == 1);
  CHECK(days[0].contacts == 1);
  CHECK(days[1].day == kDay + std::chrono::days(1));
  CHECK(days[1].nothing == 1);
  CHECK(reader.days({.from = kDay + 24h}).size() == 1);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: retention deletes what is older, in every table") {
  for (const auto time : {kNoon - 1s, kNoon}) {
    search(1, "refund", Outcome::hits, time);
    vote("orders/track", true, "", time);
    writer.add_click({time, "en", "refund", "orders/refund", 1});
    writer.add_contact({time, "en", ContactStep::shown, "", ""});
    writer.add_request({time, "en", "gift card", std::to_string(time.time_since_epoch().count())});
  }
  writer.flush();
  CHECK(reader.erase_before(kNoon) == 5);
  for (const char* table : {"searches", "clicks", "contact", "feedback", "requests"}) {
    CAPTURE(table);
    CHECK(count(table) == 1);
  }
  CHECK(reader.erase_before(kNoon) == 0);
}

TEST_CASE_FIXTURE(ReaderFixture, "reader: what is erased is gone from the disk too") {
  search(3, "a private matter", Outcome::hits);
  vote("orders/track", true, "a private matter");
  CHECK(bytes_on_disk().find("private matter") != std::string::npos);
  CHECK(reader.erase_all() == 4);
  CHECK(bytes_on_disk().find("private matter") == std::string::npos);
  CHECK(reader.days({}).empty());
}

TEST_CASE_FIXTURE(EventsFixture, "reader: a missing file is an error and is not made") {
  CHECK_THROWS_AS(Reader{file()}, Error);
  CHECK_FALSE(std::filesystem::exists(file()));
}

}  // namespace
}  // namespace events
