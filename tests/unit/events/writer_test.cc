#include "events/writer.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <limits>

#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};

// Only flush() writes, and a lock fails at once.
const WriterOptions kManual{
    .queue_limit = 100, .flush_every = 1h, .busy_timeout = 0ms, .durable_timeout = 0ms};

Search search_for(std::string query) { return {.time = kNow, .lang = "en", .query = std::move(query)}; }

Feedback vote(std::string token_hash) {
  return {.time = kNow, .lang = "en", .article_id = "orders/track", .token_hash = token_hash};
}

// What a full disk does to SQLite: every write beyond the files' present size fails.
class NoMoreSpace {
 public:
  NoMoreSpace() : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &old_limit_);
    const rlimit none{0, old_limit_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &none);
  }
  ~NoMoreSpace() {
    setrlimit(RLIMIT_FSIZE, &old_limit_);
    std::signal(SIGXFSZ, old_handler_);
  }
  NoMoreSpace(const NoMoreSpace&) = delete;
  NoMoreSpace& operator=(const NoMoreSpace&) = delete;

 private:
  void (*old_handler_)(int);
  rlimit old_limit_{};
};

std::string error_of_feedback(Writer& writer) {
  try {
    writer.add_feedback(vote("token"));
  } catch (const Error& error) {
    return error.hint();
  }
  return "nothing was thrown";
}

TEST_CASE_FIXTURE(EventsFixture, "writer: feedback is in the file when the call returns") {
  Writer writer(file(), kManual);
  CHECK(writer.add_feedback({kNow, "en", "orders/track", true, "clear", "thanks", "t1"}) ==
        AddResult::stored);
  CHECK(value("SELECT time || lang || article_id || helpful || reason || comment || token_hash "
              "FROM feedback") == "1800000000enorders/track1clearthankst1");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: a token votes once") {
  Writer writer(file(), kManual);
  CHECK(writer.add_feedback(vote("t1")) == AddResult::stored);
  CHECK(writer.add_feedback(vote("t1")) == AddResult::stored);  // as the same vote
  CHECK(writer.add_feedback(vote("t2")) == AddResult::stored);
  CHECK(count("feedback") == 2);
}

TEST_CASE_FIXTURE(EventsFixture,
                  "writer: a vote may change until it has a reason, which it gets once, by its token") {
  Writer writer(file(), kManual);
  const auto vote = [](bool helpful, std::string_view article, std::string_view reason) {
    return Feedback{kNow, "en", std::string(article), helpful, std::string(reason), "", "t1"};
  };
  CHECK(writer.add_feedback(vote(false, "a", "")) == AddResult::stored);
  CHECK(writer.add_feedback(vote(false, "a", "")) == AddResult::stored);
  CHECK(writer.add_feedback(vote(true, "a", "")) == AddResult::stored);  // a change of mind
  CHECK(writer.add_feedback(vote(false, "a", "")) == AddResult::stored);
  CHECK(writer.add_feedback(vote(false, "b", "unclear")) == AddResult::duplicate);
  CHECK(writer.add_feedback(vote(false, "a", "unclear")) == AddResult::stored);
  CHECK(writer.add_feedback(vote(false, "a", "failed")) == AddResult::duplicate);
  CHECK(writer.add_feedback(vote(true, "a", "")) == AddResult::duplicate);
  CHECK(value("SELECT COUNT(*) || article_id || helpful || reason FROM feedback") == "1a0unclear");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: an article is requested once with a token, at once") {
  Writer writer(file(), kManual);
  CHECK(writer.add_request({kNow, "en", "gift card", "t1"}) == AddResult::stored);
  CHECK(writer.add_request({kNow, "en", "gift card", "t1"}) == AddResult::duplicate);
  CHECK(count("requests") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: a vote without a token is an error, not a duplicate") {
  Writer writer(file(), kManual);
  CHECK_THROWS_AS(writer.add_feedback(vote("")), Error);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: queued events arrive with every field") {
  Writer writer(file(), kManual);
  writer.add_search({kNow, "de", "rechnung", 12, 0.5, Outcome::answer, Source::api, true});
  writer.add_click({kNow, "de", "rechnung", "orders/invoice", 2});
  writer.add_contact({kNow, "de", ContactStep::chosen, "phone", "orders/invoice"});
  CHECK(count("searches") == 0);
  writer.flush();
  CHECK(value("SELECT time || lang || query || result_count || confidence || outcome || source || "
              "served_from_cache FROM searches") == "1800000000derechnung120.5answerapi1");
  CHECK(value("SELECT time || lang || query || article_id || rank FROM clicks") ==
        "1800000000derechnungorders/invoice2");
  CHECK(value("SELECT time || lang || step || channel || article_id FROM contact") ==
        "1800000000dechosenphoneorders/invoice");
  CHECK(writer.dropped() == 0);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: every outcome, source and step has its name") {
  Writer writer(file(), kManual);
  for (const auto outcome : {Outcome::answer, Outcome::hits, Outcome::nothing}) {
    writer.add_search({.time = kNow, .outcome = outcome, .source = Source::page});
  }
  for (const auto step : {ContactStep::shown, ContactStep::opened, ContactStep::chosen}) {
    writer.add_contact({.time = kNow, .step = step});
  }
  writer.flush();
  CHECK(value("SELECT group_concat(outcome || source) FROM searches") == "answerpage,hitspage,nothingpage");
  CHECK(value("SELECT group_concat(step) FROM contact") == "shown,opened,chosen");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: nothing is stored unscrubbed") {
  {
    Writer writer(file(), kManual);
    writer.add_search(search_for("joe@example.com"));
    writer.add_click({.time = kNow, .query = "joe@example.com"});
    writer.add_request({kNow, "en", "joe@example.com", "t1"});
    Feedback feedback = vote("t2");
    feedback.reason = "joe@example.com";
    feedback.comment = "joe@example.com";
    writer.add_feedback(feedback);
  }
  CHECK(count("searches WHERE query = '<email>'") == 1);
  CHECK(bytes_on_disk().find("joe@") == std::string::npos);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: a comment may be longer than a query") {
  Writer writer(file(), kManual);
  Feedback feedback = vote("t1");
  feedback.comment = std::string(12'000, 'a');
  writer.add_feedback(feedback);
  CHECK(value("SELECT length(comment) FROM feedback") == "10000");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: the background thread flushes by itself") {
  CHECK(WriterOptions{}.flush_every <= 1s);
  Writer writer(file(), {.flush_every = 1ms});
  writer.add_search(search_for("refund"));
  const auto deadline = std::chrono::steady_clock::now() + 30s;
  while (count("searches") == 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  CHECK(count("searches") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: destruction writes what is queued") {
  {
    Writer writer(file(), kManual);
    writer.add_search(search_for("refund"));
  }
  CHECK(count("searches") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: what does not fit the queue is dropped and counted") {
  Writer writer(file(), {.queue_limit = 2, .flush_every = 1h});
  for (int i = 0; i < 5; ++i) writer.add_search(search_for("refund"));
  CHECK(writer.dropped() == 3);
  CHECK(writer.last_error() == "more came at once than could be written");
  writer.flush();
  CHECK(count("searches") == 2);
  writer.add_search(search_for("refund"));
  CHECK(writer.dropped() == 3);
}

TEST_CASE_FIXTURE(EventsFixture,
                  "writer: of clicks only so many are kept between two flushes, and the rest counted") {
  Writer writer(file(), {.clicks_per_flush = 3, .flush_every = 1h});
  for (int i = 0; i < 5; ++i) writer.add_click({.time = kNow, .lang = "en", .query = "refund"});
  writer.add_search(search_for("refund"));
  writer.flush();
  CHECK(count("clicks") == 3);
  CHECK(count("searches") == 1);
  CHECK(writer.counts().clicks_dropped == 2);
  CHECK(writer.dropped() == 0);
  writer.add_click({.time = kNow, .lang = "en", .query = "refund"});
  writer.flush();
  CHECK(count("clicks") == 4);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: however many clicks are repeated, a client's first one is kept") {
  Writer writer(file(), {.clicks_per_flush = 3, .flush_every = 1h});
  for (int i = 0; i < 50; ++i) writer.add_click({.time = kNow, .lang = "en", .query = "refund"});
  for (int i = 0; i < 5; ++i) writer.add_click({.time = kNow, .lang = "en", .query = "refund", .first = 7});
  writer.flush();
  CHECK(value("SELECT SUM(first = 0) || '+' || SUM(first = 7) FROM clicks") == "3+5");
  CHECK(writer.counts().clicks_dropped == 47);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: one event that does not fit costs no other") {
  Writer writer(file(), kManual);
  Search broken = search_for("broken");
  broken.confidence = std::numeric_limits<double>::quiet_NaN();
  writer.add_search(broken);
  writer.add_search(search_for("refund"));
  writer.flush();
  CHECK(value("SELECT group_concat(query) FROM searches") == "refund");
  CHECK(writer.dropped() == 1);
  CHECK(writer.last_error() == "an event does not fit its table");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: a locked file costs the batch, and feedback throws") {
  Writer writer(file(), kManual);
  Database other = open();
  {
    const Transaction lock(other);
    writer.add_search(search_for("refund"));
    writer.flush();
    CHECK(writer.dropped() == 1);
    CHECK(writer.last_error() == "events file " + file().string() + ": database is locked");
    CHECK(error_of_feedback(writer) == "another program is writing to it; try again when it has finished");
  }
  writer.add_search(search_for("refund"));
  writer.flush();
  CHECK(count("searches") == 1);
  CHECK(writer.add_feedback(vote("token")) == AddResult::stored);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: a full disk costs the batch, and feedback throws") {
  Writer writer(file(), kManual);
  std::string hint;
  {
    const NoMoreSpace full;
    writer.add_search(search_for("refund"));
    writer.flush();
    hint = error_of_feedback(writer);
  }
  CHECK(hint == "check that the disk works and has free space");
  CHECK(writer.dropped() == 1);
  CHECK(writer.add_feedback(vote("token")) == AddResult::stored);
  CHECK(count("feedback") == 1);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: a corrupt file costs the batch, and feedback throws") {
  { const Writer writer(file(), kManual); }
  {
    std::fstream damage(file(), std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(4096);  // the schema's page stays good, the tables' do not
    damage << std::string(std::filesystem::file_size(file()) - 4096, '\xFF');
  }
  Writer writer(file(), kManual);
  writer.add_search(search_for("refund"));
  writer.flush();
  CHECK(writer.dropped() == 1);
  CHECK(error_of_feedback(writer) == "move the file aside; a new one is made then");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: adding does not wait for a flush that waits for a lock") {
  Writer writer(file(), {.queue_limit = 1, .flush_every = 1h, .busy_timeout = 5s});
  Database other = open();
  {
    const Transaction lock(other);
    writer.add_search(search_for("first"));
    std::jthread flusher([&] { writer.flush(); });
    // The queue of one has room again only when the flush has begun, and it cannot end yet.
    std::uint64_t dropped_before = 0;
    do {
      dropped_before = writer.dropped();
      writer.add_search(search_for("second"));
    } while (writer.dropped() > dropped_before);
    const auto dropped = writer.dropped();
    CHECK(count("searches") == 0);
    other.execute("ROLLBACK");
    flusher.join();
    CHECK(writer.dropped() == dropped);
  }
  writer.flush();
  CHECK(value("SELECT group_concat(query) FROM searches") == "first,second");
}

TEST_CASE_FIXTURE(EventsFixture, "writer: while the file is locked only the first visitor waits") {
  Writer writer(file(), {.flush_every = 1h, .durable_timeout = 200ms});
  Database other = open();
  const auto begin = std::chrono::steady_clock::now();
  {
    const Transaction lock(other);
    for (int i = 0; i < 50; ++i) CHECK_THROWS_AS(writer.add_feedback(vote("token")), Error);
  }
  CHECK(std::chrono::steady_clock::now() - begin < 50 * 200ms / 2);
  CHECK(writer.add_feedback(vote("token")) == AddResult::stored);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: whoever comes all the time is made to wait again after a while") {
  Writer writer(file(), {.flush_every = 1h, .durable_timeout = 200ms, .hurry = 50ms});
  Database other = open();
  const Transaction lock(other);
  const auto waits = [&] {
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(writer.add_feedback(vote("token")), Error);
    return std::chrono::steady_clock::now() - begin >= 200ms;
  };
  CHECK(waits());
  const auto end = std::chrono::steady_clock::now() + 5s;
  bool waits_again = false;
  while (!waits_again && std::chrono::steady_clock::now() < end) waits_again = waits();
  CHECK(waits_again);
}

TEST_CASE_FIXTURE(EventsFixture, "writer: many threads lose nothing") {
  Writer writer(file(), {.flush_every = 1ms});
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&writer, thread] {
        for (int i = 0; i < 100; ++i) writer.add_search(search_for("refund"));
        writer.add_feedback(vote("token " + std::to_string(thread)));
      });
    }
  }
  writer.flush();
  CHECK(count("searches") == 400);
  CHECK(count("feedback") == 4);
}

}  // namespace
}  // namespace events
