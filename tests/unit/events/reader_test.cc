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

// Writes what followed searches; `first` is the memory that told the clients of a day apart.
class OutcomeFixture : public ReaderFixture {
 public:
  void searched(int clients, sys_seconds time = kNoon, First first = 7, const std::string& query = "refund",
                const std::string& from = "") {
    for (int i = 0; i < clients; ++i)
      writer.add_search({.time = time, .lang = "en", .query = query, .from_query = from, .first = first});
    writer.flush();
  }
  void clicked(int clients, const std::string& article, sys_seconds time = kNoon, First first = 7) {
    for (int i = 0; i < clients; ++i)
      writer.add_click(
          {.time = time, .lang = "en", .query = "refund", .article_id = article, .rank = 1, .first = first});
    writer.flush();
  }
  void voted(bool helpful, const std::string& article, const std::string& query = "refund", First first = 7) {
    writer.add_feedback({.time = kNoon,
                         .lang = "en",
                         .article_id = article,
                         .helpful = helpful,
                         .token_hash = std::to_string(++token),
                         .query = query,
                         .first = first});
  }
  std::string outcomes(const QueryFilter& filter = {}) const {
    std::string text;
    for (const SearchOutcome& o : reader.search_outcomes(filter)) {
      text += o.lang + " " + o.query + " " + o.article_id;
      for (const SearchOutcome::Tally& tally : {o.searches, o.clicks, o.helpful, o.unhelpful, o.again})
        text += " " + std::to_string(tally.all) + "/" + std::to_string(tally.beyond);
      text += "\n";
    }
    return text;
  }
};

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: what followed a query, a row for each article") {
  searched(4);
  searched(2, kNoon + 24h);
  clicked(3, "orders/refund");
  clicked(1, "orders/refund", kNoon + 24h);
  clicked(1, "orders/cancel");
  voted(true, "orders/refund");
  voted(true, "orders/refund");
  voted(false, "orders/refund");
  voted(false, "orders/return");
  searched(2, kNoon, 7, "money back", "refund");
  searched(1, kNoon + 24h, 7, "cancel", "refund");
  CHECK(outcomes() ==
        "en refund orders/cancel 6/4 1/0 0/0 0/0 3/1\n"
        "en refund orders/refund 6/4 4/2 2/1 1/0 3/1\n"
        "en refund orders/return 6/4 0/0 0/0 1/0 3/1\n");
  CHECK(outcomes({.limit = 1}) == "en refund orders/cancel 6/4 1/0 0/0 0/0 3/1\n");
  CHECK(outcomes({.period = {.from = kNoon + 1h}, .min_occurrences = 2}) ==
        "en refund orders/refund 2/1 1/0 0/0 0/0 1/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: what is not the first of a client counts nowhere") {
  searched(5);
  searched(90, kNoon, 0);
  searched(90, kNoon, 0, "money back", "refund");
  clicked(2, "orders/refund");
  clicked(90, "orders/refund", kNoon, 0);
  clicked(90, "orders/cancel", kNoon, 0);
  voted(false, "orders/refund", "refund", 0);
  CHECK(outcomes() == "en refund orders/refund 5/4 2/1 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: one client day after day counts nothing beyond") {
  for (int day = 0; day < 30; ++day) {
    searched(1, kNoon + day * 24h, 100 + day);
    clicked(1, "orders/refund", kNoon + day * 24h, 100 + day);
  }
  CHECK(outcomes().empty());
  searched(2, kNoon + 40 * 24h);
  CHECK(outcomes() == "en refund orders/refund 32/1 30/0 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: a client that two memories of one day know may be one client") {
  for (const First memory : {7, 8, 9, 10, 11}) {
    searched(1, kNoon, memory);
    clicked(1, "orders/refund", kNoon, memory);
  }
  CHECK(outcomes().empty());
}

TEST_CASE_FIXTURE(OutcomeFixture,
                  "outcomes: rare queries, those of nothing opened, and votes without one are absent") {
  searched(4);
  clicked(4, "orders/refund");
  searched(5, kNoon, 7, "gift card");
  voted(true, "orders/refund", "");
  CHECK(outcomes().empty());
  CHECK(outcomes({.min_occurrences = 4}) == "en refund orders/refund 4/3 4/3 0/0 0/0 0/0\n");
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
