#include "tests/relevance/replay.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/kb/fixture.h"

namespace relevance {
namespace {

// Customers say "thingy" for the lamp, which no article does.
struct Shop : kb::IndexFixture {
  Shop() {
    add("fence", "Broken", "How a broken fence is painted.");
    add("lamp", "Lamp", "It glows. What to do when it is broken, at night and in the morning and at noon.");
    for (int i = 0; i < 40; ++i) {
      const std::string id = "q" + std::to_string(i);
      set.clean.push_back({id, "thingy broken " + std::string(1, static_cast<char>('a' + i % 26)) + "x"});
      set.grades[id] = {{"lamp", 2}, {"fence", 1}};
    }
  }
  JudgedSet set;
};

TEST_CASE_FIXTURE(Shop, "replay: each query is learned in three of four parts, none in its own") {
  const auto snapshot = open();
  std::size_t all = 0;
  for (std::size_t part = 0; part < kParts; ++part) {
    const auto learned = lessons(*snapshot, set, part, {.queries = 100});
    CHECK(learned.size() < set.clean.size());
    all += learned.size();
  }
  CHECK(all == (kParts - 1) * set.clean.size());
}

TEST_CASE_FIXTURE(Shop, "replay: the best judged article is learned, so often an article, or a wrong one") {
  const auto snapshot = open();
  const auto learned = lessons(*snapshot, set, 0, {.queries = 3});
  REQUIRE(learned.size() == 3);
  for (const kb::MemoryEntry& entry : learned) {
    CHECK(entry.article == "lamp");
    CHECK(entry.weight == kb::kWholeWeight);
  }
  std::set<std::string> opened;
  for (const auto& entry : lessons(*snapshot, set, 0, {.queries = 100, .wrong = 100}))
    opened.insert(entry.article);
  CHECK(opened.size() == 2);
}

TEST_CASE_FIXTURE(Shop, "replay: the right article comes higher with what was learned") {
  open();
  const Replayed done = replay(generation(), set, {.queries = 100});
  CHECK(done.learned == 30);
  CHECK(done.without.clean.queries == set.clean.size());
  CHECK(done.with.clean.queries == set.clean.size());
  CHECK(done.with.clean.ndcg10 > done.without.clean.ndcg10);
}

}  // namespace
}  // namespace relevance
