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
  void day(int day, const std::string& query, int clients, const std::string& article, int clicks) {
    for (int i = 0; i < clients; ++i)
      writer().add_search({.time = time(day), .lang = "en", .query = query, .first = day + 1});
    click(day, query, article, clicks, 0);
  }
  // One client opens the article so many times.
  void forge(int day, const std::string& query, const std::string& article, int clicks) {
    writer().add_search({.time = time(day), .lang = "en", .query = query, .first = day + 1});
    click(day, query, article, 1, clicks - 1);
  }
  void vote(int day, const std::string& query, const std::string& article, bool helpful) {
    events::Feedback vote{.time = time(day), .lang = "en", .article_id = article, .helpful = helpful};
    vote.query = query;
    vote.first = day + 1;
    vote.token_hash = std::to_string(++tokens_);
    writer().add_feedback(vote);
  }

  std::string learned() {
    writer_.reset();
    std::string text = kb::encode_memory(learn({file_}));
    return text.substr(text.find('\n') + 1);
  }
  void close() { writer_.reset(); }

 private:
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
                          .first = i < first ? day + 1 : 0});
  }

  support::TempFolder folder_;
  std::filesystem::path file_;
  std::unique_ptr<events::Writer> writer_;
  int tokens_ = 0;
};

std::string line(const std::string& query, const std::string& article, const std::string& numbers) {
  return R"({"lang":"en","query":")" + query + R"(","article":")" + article + "\"," + numbers + "}\n";
}

}  // namespace

TEST_CASE("learning: what two clients on a day and five in all did, one of each day left out") {
  Month month;
  month.day(0, "parcel late", 4, "late", 3);
  month.day(1, "parcel late", 2, "late", 1);
  month.day(0, "rare", 4, "late", 4);
  for (int day = 0; day < 9; ++day) month.day(day, "one a day", 1, "late", 1);
  CHECK(month.learned() ==
        line("parcel late", "late",
             R"("occurrences":4,"clicks":2,"helpful":0,"unhelpful":0,"again":0,"weight":0.5)"));
}

TEST_CASE("learning: clicks and votes need two clients on a day, too") {
  Month month;
  for (int day = 0; day < 4; ++day) {
    month.day(day, "parcel late", 5, "late", 2);
    month.day(day, "parcel late", 0, "other", 1);
    month.vote(day, "parcel late", "late", false);
  }
  month.vote(0, "parcel late", "late", true);
  month.vote(0, "parcel late", "late", true);
  CHECK(month.learned() ==
        line("parcel late", "late",
             R"("occurrences":16,"clicks":4,"helpful":1,"unhelpful":0,"again":0,"weight":0.333)"));
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
  one.day(0, "parcel late", 5, "late", 2);
  two.day(0, "parcel late", 5, "late", 2);
  one.close();
  two.close();
  const std::vector<kb::MemoryEntry> entries = learn({one.file(), two.file()});
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].occurrences == 8);
  CHECK(entries[0].clicks == 2);
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
