#include "indexer/html/parser_budget.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <new>

namespace indexer {
namespace {

using std::chrono::nanoseconds;

// Of 3,200 real articles none makes cmark-gfm take over 3 MB or 6 ms. Both parsers together stay well below
// the 2 s and 256 MB that an article may take.
constexpr std::size_t kMaxBytes = 96U << 20U;
constexpr std::chrono::milliseconds kMaxTime{500};
constexpr std::size_t kChunk = 64U << 10U;
constexpr std::size_t kAlignment = alignof(std::max_align_t);
constexpr unsigned kCallsBetweenLooks = 64;  // at the clock, which costs as much as some allocations

// Stands before each block: its size, then padding, so that the last byte is zero.
constexpr std::size_t kHeader = kAlignment;
static_assert(kHeader > sizeof(std::size_t));

// Other threads and other programs do not count.
nanoseconds cpu_time() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

std::size_t size_of(const void* block) {
  std::size_t size = 0;
  std::memcpy(&size, static_cast<const std::byte*>(block) - kHeader, sizeof size);
  return size;
}

}  // namespace

void ParserBudget::Free::operator()(std::byte* memory) const { std::free(memory); }

ParserBudget::ParserBudget() : deadline_(cpu_time() + kMaxTime) {}

void* ParserBudget::allocate(std::size_t size) {
  check_time();
  if (size > kMaxBytes) throw Exceeded{};
  const std::size_t needed = kHeader + (size + kAlignment - 1) / kAlignment * kAlignment;
  if (needed > left_) add_chunk(needed);
  std::byte* block = next_ + kHeader;
  std::memcpy(next_, &size, sizeof size);
  next_ += needed;
  left_ -= needed;
  return block;
}

void* ParserBudget::grow(void* block, std::size_t size) {
  if (block == nullptr) return allocate(size);
  const std::size_t old = size_of(block);
  if (size <= old) return block;
  void* larger = allocate(size);
  std::memcpy(larger, block, old);
  return larger;
}

void ParserBudget::add_chunk(std::size_t size) {
  const std::size_t chunk = std::max(size, kChunk);
  taken_ += chunk;
  if (taken_ > kMaxBytes) throw Exceeded{};
  chunks_.emplace_back(static_cast<std::byte*>(std::calloc(1, chunk)));
  if (!chunks_.back()) throw std::bad_alloc();
  next_ = chunks_.back().get();
  left_ = chunk;
}

void ParserBudget::check_time() {
  if (++calls_ % kCallsBetweenLooks == 0 && cpu_time() > deadline_) throw Exceeded{};
}

}  // namespace indexer
