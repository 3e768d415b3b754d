// What a writer counts, for the metrics.
#pragma once

#include <cstdint>

namespace events {

// Since the start.
struct WriterCounts {
  std::uint64_t dropped = 0;         // events lost to a full queue or a failing database
  std::uint64_t clicks_dropped = 0;  // clicks beyond what a flush takes
  std::uint64_t erased = 0;          // old events that made room for new ones
  std::uint64_t reopened = 0;        // how often the file at the path was not ours any more
};

}  // namespace events
