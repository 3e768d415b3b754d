#include "indexer/memory/learning.h"

#include <doctest/doctest.h>

#include "events/writer.h"
#include "kb/model/error.h"
#include "kb/store/file.h"
#include "tests/support/temp_folder.h"

using namespace indexer;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_seconds kFirstDay = std::chrono::sys_days{std::chrono::year{2026} / 11 / 1};

// Events of many days, as the daemon notes them down: `first` is 0 for what a client does again on a day.
class Month {
 public:
  explicit Month(const std::string& name = "events.db") : file_(folder_ / name) {}

  std::filesystem::path file() const { return file_; }

  // So many clients search on a day; of these so many open the article.
  void day(int day, const std::string& query, int clients, const std::string& article, int clicks,
           int server = 0) {
    server_ = server;
    for (int i = 0; i < clients; ++i)
      writer().add_search({.time = time(day), .lang = "en", .query = query, .first = memory(day)});
    click(day, query, article, clicks, 0);
  }
  // One client opens the article so many times.
  void forge(int day, const std::string& query, const std::string& article, int clicks) {
    writer().add_search({.time = time(day), .lang = "en", .query = query, .first = memory(day)});
    click(day, query, article, 1, clicks - 1);
  }
  void vote(int day, const std::string& query, const std::string& article, bool helpful) {
    events::Feedback vote{.time = time(day), .lang = "en", .article_id = article, .helpful = helpful};
    vote.query = query;
    vote.first = memory(day);
    vote.token_hash = std::to_string(++tokens_);
    writer().add_feedback(vote);
  }

  std::string learned(std::int64_t clients = kLearnedFromClients) {
    writer_.reset();
    std::string text = kb::encode_memory(learn({file_}, clients));
    return text.substr(text.find('\n') + 1);
  }
  void close() { writer_.reset(); }

 private:
  events::First memory(int day) const { return server_ * 1000 + day + 1; }
  static std::chrono::sys_seconds time(int day) { return kFirstDay + day * 24h + 12h; }

  events::Writer& writer() {
    if (!writer_) {
      events::WriterOptions options;
      options.clicks_per_flush = 1'000'000;
      options.queue_limit = 1'000'000;
      writer_ = std::make_unique<events::Writer>(file_, options);
    }
    return *writer_;
  }
  void click(int day, const std::string& query, const std::string& article, int first, int again) {
    for (int i = 0; i < first + again; ++i)
      writer().add_click({.time = time(day),
                          .lang = "en",
                          .query = query,
                          .article_id = article,
                          .rank = 1,
                          .first = i < first ? memory(day) : 0});
  }

  support::TempFolder folder_;
  std::filesystem::path file_;
  std::unique_ptr<events::Writer> writer_;
  int tokens_ = 0;
  int server_ = 0;
};

std::string line(const std::string& query, const std::string& article, const std::string& numbers) {
  return R"({"lang":"en","query":")" + query + R"(","article":")" + article + "\"," + numbers + "}\n";
}

}  // namespace

TEST_CASE("learning: what five clients of a day did, one of each day left out") {
  Month month;
  month.day(0, "parcel late", 6, "late", 5);
  month.day(1, "parcel late", 2, "late", 1);
  month.day(0, "rare", 4, "late", 4);
  month.day(0, "rarely opened", 9, "late", 4);
  for (int day = 0; day < 9; ++day) month.day(day, "one a day", 1, "late", 1);
  for (int day = 0; day < 9; ++day) month.day(day, "two a day", 2, "late", 2);
  CHECK(month.learned() ==
        line("parcel late", "late",
             R"("occurrences":6,"clicks":4,"helpful":0,"unhelpful":0,"again":0,"weight":0.667)"));
}

TEST_CASE("learning: a small site learns from two clients of a day, if it is told to") {
  Month month;
  for (int day = 0; day < 9; ++day) month.day(day, "two a day", 2, "late", 2);
  for (int day = 0; day < 9; ++day) month.day(day, "one a day", 1, "late", 1);
  month.day(0, "four times", 4, "late", 4);
  CHECK(month.learned(2) ==
        line("two a day", "late",
             R"("occurrences":9,"clicks":9,"helpful":0,"unhelpful":0,"again":0,"weight":1.0)"));
}

TEST_CASE("learning: four addresses for 90 days teach nothing, five teach in one day") {
  Month month;
  for (int day = 0; day < 90; ++day) month.day(day, "cheap lamp", 4, "scam", 4);
  CHECK(month.learned().empty());
  month.day(90, "cheap lamp", 5, "scam", 5);
  CHECK_FALSE(month.learned().empty());
}

TEST_CASE("learning: addresses and numbers in a search are no words of it") {
  Month month;
  month.day(0, "joe@example.com order lost 12345678", 6, "late", 6);
  month.day(0, "order lost 12345678", 5, "late", 5);
  month.day(0, "joe@example.com order", 5, "late", 5);
  month.day(0, "joe@example.com", 5, "late", 5);
  CHECK(month.learned() ==
        line("order lost", "late",
             R"("occurrences":5,"clicks":5,"helpful":0,"unhelpful":0,"again":0,"weight":1.0)"));
}

TEST_CASE("learning: clicks and votes leave one client of each day out, too") {
  Month month;
  for (int day = 0; day < 4; ++day) {
    month.day(day, "parcel late", 9, "late", 5);
    month.day(day, "parcel late", 0, "other", 1);
    month.vote(day, "parcel late", "late", false);
  }
  month.vote(0, "parcel late", "late", true);
  month.vote(0, "parcel late", "late", true);
  CHECK(month.learned() ==
        line("parcel late", "late",
             R"("occurrences":32,"clicks":16,"helpful":1,"unhelpful":0,"again":0,"weight":0.529)"));
}

TEST_CASE("learning: an address that forges 10,000 clicks in 30 days changes nothing") {
  Month month;
  month.day(3, "parcel late", 6, "late", 5);
  month.day(4, "parcel late", 7, "late", 5);
  const std::string honest = month.learned();
  CHECK(honest == line("parcel late", "late",
                       R"("occurrences":11,"clicks":8,"helpful":0,"unhelpful":0,"again":0,"weight":0.727)"));
  for (int day = 5; day < 35; ++day) {
    month.forge(day, "cheap lamp", "scam", 333);
    month.forge(day, "parcel late", "scam", 333);
    month.vote(day, "parcel late", "scam", true);
    month.vote(day, "parcel late", "late", false);
  }
  CHECK(month.learned() == honest);
}

TEST_CASE("learning: several files are counted together") {
  Month one;
  Month two;
  one.day(0, "parcel late", 5, "late", 3);
  two.day(0, "parcel late", 5, "late", 3, 1);
  one.close();
  two.close();
  const std::vector<kb::MemoryEntry> entries = learn({one.file(), two.file()});
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].occurrences == 8);
  CHECK(entries[0].clicks == 4);
  CHECK(learn({one.file()}).empty());
  CHECK(learn({one.file(), one.file(), two.file()}) == entries);
  CHECK(learn({two.file(), one.file()}) == entries);
}

TEST_CASE("learning: the file is replaced as a whole") {
  const support::TempFolder folder;
  const auto file = folder / "memory.jsonl";
  write_memory(file, {{"en", "a", "b", 5, 5, 0, 0, 0, 1000}});
  write_memory(file, {});
  CHECK(kb::read_file(file) == "{\"firstline_memory\":1}\n");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  CHECK_THROWS_AS(write_memory(folder / "none" / "memory", {}), kb::Error);
}
