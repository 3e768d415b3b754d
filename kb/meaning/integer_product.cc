#include "kb/meaning/integer_product.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace kb {

namespace {

std::int32_t plain_product(const std::int8_t* weights, const std::int16_t* row, std::size_t columns) {
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < columns; ++k) sum += std::int32_t{weights[k]} * row[k];
  return sum;
}

#if defined(__x86_64__)

// Intel's names for unaligned loads take a pointer to the vector.
const __m128i* vector_at(const void* data) { return static_cast<const __m128i*>(data); }
const __m256i* wide_vector_at(const void* data) { return static_cast<const __m256i*>(data); }

std::int32_t sum_of(__m128i four) {
  four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  return _mm_cvtsi128_si32(_mm_add_epi32(four, _mm_shuffle_epi32(four, 0xB1)));
}

std::int32_t sse2_product(const std::int8_t* weights, const std::int16_t* row, std::size_t columns) {
  __m128i sum = _mm_setzero_si128();
  for (std::size_t k = 0; k < columns; k += kRowUnit) {
    const __m128i bytes = _mm_loadu_si128(vector_at(weights + k));
    const __m128i low = _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
    const __m128i high = _mm_srai_epi16(_mm_unpackhi_epi8(bytes, bytes), 8);
    sum = _mm_add_epi32(sum, _mm_madd_epi16(low, _mm_loadu_si128(vector_at(row + k))));
    sum = _mm_add_epi32(sum, _mm_madd_epi16(high, _mm_loadu_si128(vector_at(row + k + 8))));
  }
  return sum_of(sum);
}

__attribute__((target("avx2"))) std::int32_t wide_sum(__m256i eight) {
  return sum_of(_mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1)));
}

__attribute__((target("avx2"))) __m256i wide_step(__m256i sum, __m256i weights, const std::int16_t* row) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(weights, _mm256_loadu_si256(wide_vector_at(row))));
}

// Four rows at once, so that weights are widened once for four.
__attribute__((target("avx2"))) void avx2_four(const std::int8_t* weights, const std::int16_t* rows,
                                               std::size_t columns, std::int32_t* sums) {
  __m256i a = _mm256_setzero_si256();
  __m256i b = a;
  __m256i c = a;
  __m256i d = a;
  for (std::size_t k = 0; k < columns; k += kRowUnit) {
    const __m256i wide = _mm256_cvtepi8_epi16(_mm_loadu_si128(vector_at(weights + k)));
    a = wide_step(a, wide, rows + k);
    b = wide_step(b, wide, rows + columns + k);
    c = wide_step(c, wide, rows + 2 * columns + k);
    d = wide_step(d, wide, rows + 3 * columns + k);
  }
  sums[0] = wide_sum(a);
  sums[1] = wide_sum(b);
  sums[2] = wide_sum(c);
  sums[3] = wide_sum(d);
}

__attribute__((target("avx2"))) std::int32_t avx2_product(const std::int8_t* weights, const std::int16_t* row,
                                                          std::size_t columns) {
  __m256i sum = _mm256_setzero_si256();
  for (std::size_t k = 0; k < columns; k += kRowUnit)
    sum = wide_step(sum, _mm256_cvtepi8_epi16(_mm_loadu_si128(vector_at(weights + k))), row + k);
  return wide_sum(sum);
}

#endif

}  // namespace

#if defined(__x86_64__)

Instructions best_instructions() {
  return __builtin_cpu_supports("avx2") != 0 ? Instructions::avx2 : Instructions::sse2;
}

void add_products(Instructions instructions, const std::int8_t* weights, const std::int16_t* rows,
                  std::size_t count, std::size_t columns, std::int32_t* sums) {
  std::size_t row = 0;
  if (instructions == Instructions::avx2)
    for (; row + 4 <= count; row += 4) avx2_four(weights, rows + row * columns, columns, sums + row);
  const auto product = instructions == Instructions::avx2   ? avx2_product
                       : instructions == Instructions::sse2 ? sse2_product
                                                            : plain_product;
  for (; row < count; ++row) sums[row] = product(weights, rows + row * columns, columns);
}

#else

Instructions best_instructions() { return Instructions::plain; }

void add_products(Instructions, const std::int8_t* weights, const std::int16_t* rows, std::size_t count,
                  std::size_t columns, std::int32_t* sums) {
  for (std::size_t row = 0; row < count; ++row)
    sums[row] = plain_product(weights, rows + row * columns, columns);
}

#endif

}  // namespace kb
