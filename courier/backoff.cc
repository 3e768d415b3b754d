#include "courier/backoff.h"

#include <algorithm>

namespace courier {

std::chrono::seconds wait_after(int failures, double chance, std::chrono::seconds retry_after) {
  constexpr int kMostDoublings = 10;  // 5 s doubled so often is more than an hour
  const auto full = std::min(kFirstWait * (1 << std::clamp(failures - 1, 0, kMostDoublings)), kLongestWait);
  const auto part = std::chrono::duration<double>(full) * (1 - chance / 2);
  return std::max(std::chrono::ceil<std::chrono::seconds>(part), std::min(retry_after, kLongestWait));
}

}  // namespace courier
