// Products of a row of weights with rows of numbers: what a model of meaning spends its time on. All is done
// in whole numbers, so every processor has the same result, whatever order it adds in.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kb {

enum class Instructions { plain, sse2, avx2 };

// What this processor does best.
Instructions best_instructions();

// Numbers a row must have a multiple of, and at most: then no sum of products leaves 32 bits.
inline constexpr std::size_t kRowUnit = 16;
inline constexpr std::size_t kLongestRow = 2048;
// The largest number of a row, either sign. Weights are -127 to 127.
inline constexpr std::int16_t kLargestNumber = 8191;

// sums[i] = the sum of weights[k] * rows[i * columns + k]. Requires: `columns` is a multiple of kRowUnit, at
// most kLongestRow; the processor has the instructions.
void add_products(Instructions instructions, const std::int8_t* weights, const std::int16_t* rows,
                  std::size_t count, std::size_t columns, std::int32_t* sums);

}  // namespace kb
