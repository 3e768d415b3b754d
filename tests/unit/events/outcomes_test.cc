#include "events/outcomes.h"

#include <doctest/doctest.h>

#include "events/writer.h"
#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_seconds;

constexpr sys_seconds kNoon = std::chrono::sys_days(std::chrono::year(2026) / 5 / 2) + 12h;

// A server's file of events. `first` is the memory that told the clients of a day apart.
class Server {
 public:
  explicit Server(std::filesystem::path file) : file_(std::move(file)) {}

  const std::filesystem::path& file() const { return file_; }

  void searched(int clients, sys_seconds time = kNoon, First first = 7, const std::string& query = "refund",
                const std::string& from = "") {
    for (int i = 0; i < clients; ++i)
      writer_.add_search({.time = time, .lang = "en", .query = query, .from_query = from, .first = first});
    writer_.flush();
  }
  void clicked(int clients, const std::string& article, sys_seconds time = kNoon, First first = 7) {
    for (int i = 0; i < clients; ++i)
      writer_.add_click(
          {.time = time, .lang = "en", .query = "refund", .article_id = article, .rank = 1, .first = first});
    writer_.flush();
  }
  void voted(bool helpful, const std::string& article, const std::string& query = "refund", First first = 7) {
    writer_.add_feedback({.time = kNoon,
                          .lang = "en",
                          .article_id = article,
                          .helpful = helpful,
                          .token_hash = std::to_string(++token_),
                          .query = query,
                          .first = first});
  }
  // So many search and all open the article.
  void asked(int clients, sys_seconds time = kNoon, First first = 7) {
    searched(clients, time, first);
    clicked(clients, "orders/refund", time, first);
  }
  std::filesystem::path copy(const std::string& suffix) const {
    const std::filesystem::path copy = file_.native() + suffix;
    Database(file_, OpenMode::existing, 0ms).execute("VACUUM INTO '" + copy.native() + "'");
    return copy;
  }
  void vacuum() const { Database(file_, OpenMode::existing, 0ms).execute("VACUUM"); }
  void prune(sys_seconds before) const {
    const std::string time = std::to_string(before.time_since_epoch().count());
    for (const std::string table : {"searches", "clicks"})
      Database(file_, OpenMode::existing, 0ms).execute("DELETE FROM " + table + " WHERE time < " + time);
  }

 private:
  std::filesystem::path file_;
  Writer writer_{file_};
  int token_ = 0;
};

std::string outcomes(const std::vector<std::filesystem::path>& files, const OutcomeFilter& filter = {}) {
  std::string text;
  for (const SearchOutcome& o : search_outcomes(files, filter)) {
    text += o.lang + " " + o.query + " " + o.article_id;
    for (const SearchOutcome::Tally& tally : {o.searches, o.clicks, o.helpful, o.unhelpful, o.again})
      text += " " + std::to_string(tally.all) + "/" + std::to_string(tally.beyond);
    text += "\n";
  }
  return text;
}

class OutcomeFixture : public EventsFixture {
 public:
  Server server{file()};
  Server other{folder() / "other.db"};

  std::string outcomes(const OutcomeFilter& filter = {}) const {
    return events::outcomes({server.file()}, filter);
  }
};

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: what followed a query, a row for each article") {
  server.searched(6);
  server.searched(2, kNoon + 24h);
  server.clicked(5, "orders/refund");
  server.clicked(1, "orders/refund", kNoon + 24h);
  server.clicked(2, "orders/cancel");
  server.voted(true, "orders/refund");
  server.voted(true, "orders/refund");
  server.voted(false, "orders/refund");
  server.searched(2, kNoon, 7, "money back", "refund");
  server.searched(1, kNoon + 24h, 7, "cancel", "refund");
  const std::string refund = "en refund orders/refund 8/6 6/4 2/1 1/0 3/1\n";
  CHECK(outcomes() == refund);
  CHECK(outcomes({.min_clients = 2}) == "en refund orders/cancel 8/6 2/1 0/0 0/0 3/1\n" + refund);
  CHECK(outcomes({.min_clients = 2, .limit = 1}) == "en refund orders/cancel 8/6 2/1 0/0 0/0 3/1\n");
  CHECK(outcomes({.period = {.from = kNoon + 1h}, .min_clients = 1, .min_searches = 2}) ==
        "en refund orders/refund 2/1 1/0 0/0 0/0 1/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: the most searched stand first") {
  server.asked(5);
  server.searched(6, kNoon, 7, "where");
  CHECK(outcomes() == "en refund orders/refund 5/4 5/4 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: what is not the first of a client counts nowhere") {
  server.asked(5);
  server.searched(90, kNoon, 0);
  server.searched(90, kNoon, 0, "money back", "refund");
  server.clicked(90, "orders/refund", kNoon, 0);
  server.clicked(90, "orders/cancel", kNoon, 0);
  server.voted(false, "orders/refund", "refund", 0);
  CHECK(outcomes() == "en refund orders/refund 5/4 5/4 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: one client day after day counts nothing beyond") {
  for (int day = 0; day < 30; ++day) server.asked(1, kNoon + day * 24h, 100 + day);
  CHECK(outcomes({.min_clients = 2}).empty());
  server.asked(2, kNoon + 40 * 24h);
  CHECK(outcomes({.min_clients = 2}) == "en refund orders/refund 32/1 32/1 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: fewer clients than five are nothing, however often they come") {
  SUBCASE("two on one day, and one on three others") {
    server.asked(2);
    for (int day = 1; day < 4; ++day) server.asked(1, kNoon + day * 24h);
  }
  SUBCASE("four on each of 90 days") {
    for (int day = 0; day < 90; ++day) server.asked(4, kNoon + day * 24h);
  }
  SUBCASE("two on each of six restarts") {
    for (const First memory : {7, 8, 9, 10, 11, 12}) server.asked(2, kNoon, memory);
  }
  SUBCASE("four for words that others use, too") {
    for (int day = 0; day < 90; ++day) server.asked(4, kNoon + day * 24h);
    server.searched(1000, kNoon);
  }
  CHECK(outcomes().empty());
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: of a day's restarts the one with most clients counts") {
  server.asked(5, kNoon, 7);
  server.asked(6, kNoon + 1h, 8);
  CHECK(outcomes() == "en refund orders/refund 6/5 6/5 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture,
                  "outcomes: rare queries, those of nothing opened, and votes without one are absent") {
  server.asked(4);
  server.searched(5, kNoon, 7, "gift card");
  server.voted(true, "orders/refund", "");
  CHECK(outcomes().empty());
  CHECK(outcomes({.min_clients = 4}).empty());
  CHECK(outcomes({.min_clients = 4, .min_searches = 4}) == "en refund orders/refund 4/3 4/3 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: a file named twice, or a copy of it, counts once") {
  server.asked(5);
  server.asked(6, kNoon + 1h, 8);
  server.voted(true, "orders/refund");
  server.voted(true, "orders/refund");
  const auto early = server.copy(".early");
  server.asked(3, kNoon + 24h, 9);
  server.asked(6, kNoon + 25h, 10);
  const auto late = server.copy(".late");
  const std::string once = outcomes();
  CHECK(once == "en refund orders/refund 12/10 12/10 2/1 0/0 0/0\n");
  const auto live = server.file();
  CHECK(events::outcomes({live, live}) == once);
  CHECK(events::outcomes({early, live}) == once);
  CHECK(events::outcomes({live, early, late, early}) == once);
  server.vacuum();
  CHECK(events::outcomes({early, live}) == once);
  server.prune(kNoon + 1h);
  server.vacuum();
  CHECK(events::outcomes({early, live}) == once);
  CHECK(events::outcomes({late, live, early}) == once);
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: several servers are added up before anything is left out") {
  server.asked(3);
  other.asked(3, kNoon, 70);
  const std::string both = "en refund orders/refund 6/4 6/4 0/0 0/0 0/0\n";
  CHECK(events::outcomes({server.file(), other.file()}) == both);
  CHECK(events::outcomes({other.file(), server.file()}) == both);
  CHECK(events::outcomes({other.file(), server.file(), server.copy(".copy")}) == both);
  CHECK(outcomes().empty());
}

TEST_CASE_FIXTURE(OutcomeFixture,
                  "outcomes: a file that was moved while the daemon ran goes on in the next") {
  server.asked(3);
  other.asked(2, kNoon + 1h);
  CHECK(events::outcomes({server.file(), other.file()}) == "en refund orders/refund 5/4 5/4 0/0 0/0 0/0\n");
}

TEST_CASE_FIXTURE(OutcomeFixture, "outcomes: one client at every server is one of each") {
  std::vector<std::filesystem::path> files;
  for (int i = 0; i < 9; ++i) {
    Server one(folder() / ("server" + std::to_string(i)));
    one.asked(1, kNoon, 100 + i);
    files.push_back(one.file());
  }
  CHECK(events::outcomes(files).empty());
  CHECK(events::outcomes(files, {.min_clients = 2}).empty());
}

}  // namespace
}  // namespace events
