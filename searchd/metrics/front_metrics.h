// What the connection layer counts. Written by the loop's thread and the workers, read by any thread.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

namespace searchd {

struct FrontMetrics {
  using Counter = std::atomic<std::uint64_t>;
  static constexpr int kFirstStatus = 400;

  Counter turns{0};        // of the loop; at least one a second
  Counter open{0};         // connections now
  Counter accepted{0};     // connections, including those turned away
  Counter turned_away{0};  // connections over a limit
  Counter accept_errors{0};
  Counter requests{0};    // complete and valid
  Counter answered{0};    // of these; the others are waiting
  Counter overloaded{0};  // of these, answered 503 because the queue was full or they waited too long
  Counter timeouts{0};    // clients that stopped in the middle of a request or an answer
  Counter evicted{0};     // slow readers closed to free memory
  std::array<Counter, 106> refused{};  // by status, from 400 to 505; see refused_with()

  Counter& refused_with(int status) { return refused.at(static_cast<std::size_t>(status - kFirstStatus)); }
  // `answered` is read first, so that this never falls below zero.
  std::uint64_t waiting() const {
    const std::uint64_t done = answered;
    return requests - done;
  }
  std::string text() const;  // in Prometheus's text format
};

}  // namespace searchd
