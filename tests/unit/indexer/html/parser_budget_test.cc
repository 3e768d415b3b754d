#include "indexer/html/parser_budget.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdint>
#include <cstring>

using indexer::ParserBudget;

TEST_CASE("parser budget: blocks are aligned and zeroed, and so is the byte before each") {
  ParserBudget budget;
  for (const std::size_t size : {1U, 15U, 16U, 17U, 100'000U, 0U}) {
    CAPTURE(size);
    auto* block = static_cast<unsigned char*>(budget.allocate(size));
    CHECK(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t) == 0);
    CHECK(block[-1] == 0);
    for (std::size_t i = 0; i < size; ++i) REQUIRE(block[i] == 0);
    std::memset(block, 0xFF, size);
  }
}

TEST_CASE("parser budget: a block keeps its bytes when it grows") {
  ParserBudget budget;
  void* block = budget.grow(nullptr, 3);
  std::memcpy(block, "abc", 3);
  budget.allocate(1);
  CHECK(std::memcmp(budget.grow(block, 100'000), "abc", 4) == 0);
}

TEST_CASE("parser budget: too much memory ends with an exception") {
  ParserBudget budget;
  const auto take = [&](std::size_t size) {
    for (int i = 0; i < 1'000'000; ++i) budget.allocate(size);
  };
  CHECK_THROWS_AS(take(1000), ParserBudget::Exceeded);
  CHECK_THROWS_AS(budget.allocate(SIZE_MAX), ParserBudget::Exceeded);
}

TEST_CASE("parser budget: too much time ends with an exception") {
  ParserBudget budget;
  const auto search = [&] {
    while (true) {
      for (std::atomic<int> i = 0; i < 10'000; ++i) continue;
      budget.allocate(0);
    }
  };
  CHECK_THROWS_AS(search(), ParserBudget::Exceeded);
}
