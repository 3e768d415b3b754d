#include "kb/meaning/integer_product.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace kb {
namespace {

std::vector<std::int32_t> products(Instructions how, const std::vector<std::int8_t>& weights,
                                   const std::vector<std::int16_t>& rows) {
  std::vector<std::int32_t> sums(rows.size() / weights.size());
  add_products(how, weights.data(), rows.data(), sums.size(), weights.size(), sums.data());
  return sums;
}

TEST_CASE("integer product: all instructions have the same sums") {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> weight(-127, 127);
  std::uniform_int_distribution<int> number(-kLargestNumber, kLargestNumber);
  for (const std::size_t columns : {16U, 48U, 512U, 2048U}) {
    for (const std::size_t count : {1U, 3U, 4U, 13U}) {
      std::vector<std::int8_t> weights(columns);
      std::vector<std::int16_t> rows(columns * count);
      for (auto& value : weights) value = static_cast<std::int8_t>(weight(random));
      for (auto& value : rows) value = static_cast<std::int16_t>(number(random));
      const auto plain = products(Instructions::plain, weights, rows);
      if (best_instructions() == Instructions::plain) continue;
      CHECK(products(Instructions::sse2, weights, rows) == plain);
      if (best_instructions() == Instructions::avx2)
        CHECK(products(Instructions::avx2, weights, rows) == plain);
    }
  }
}

TEST_CASE("integer product: the largest numbers fit") {
  const std::vector<std::int8_t> weights(kLongestRow, -127);
  const std::vector<std::int16_t> rows(kLongestRow * 4, kLargestNumber);
  const std::int32_t sum = -127 * kLargestNumber * static_cast<std::int32_t>(kLongestRow);
  CHECK(products(best_instructions(), weights, rows) == std::vector<std::int32_t>(4, sum));
  CHECK(products(Instructions::plain, weights, rows) == std::vector<std::int32_t>(4, sum));
}

}  // namespace
}  // namespace kb
