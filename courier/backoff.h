// How long to wait after failures: twice as long each time, up to a limit, and never at the same moment as
// others.
#pragma once

#include <chrono>

namespace courier {

inline constexpr std::chrono::seconds kFirstWait{5};
inline constexpr std::chrono::seconds kLongestWait = std::chrono::hours{1};

// After `failures` in a row, from 1. `chance`: from 0 to 1, takes away up to half. Not less than
// `retry_after`, which counts up to kLongestWait.
std::chrono::seconds wait_after(int failures, double chance, std::chrono::seconds retry_after);

}  // namespace courier
