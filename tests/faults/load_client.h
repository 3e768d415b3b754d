// Many clients in one thread: asks a server as fast as it answers, or at a rate it cannot keep up with, and
// says how that went.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faults {

struct Load {
  int port = 0;
  std::size_t connections = 64;
  std::vector<std::string> requests{};             // whole, as sent; in turn
  std::function<std::string(long number)> next{};  // instead of `requests`: what depends on earlier answers
  long count = 0;  // so many answers are awaited; 0: as many as fit into `time`
  std::chrono::milliseconds time{3'600'000};
  // Requests a second, whether or not answers come; 0: each connection asks again when it has its answer.
  // What finds no free connection waits for one, and that time counts.
  double rate = 0;
  std::function<bool(int status, std::string_view body)> is_right{};  // without it 200 is
  std::function<void()> now_and_then{};                               // every 100 answers
};

struct LoadResult {
  std::map<int, long> statuses;  // 0: no whole answer
  long wrong = 0;                // is_right() said no
  double seconds = 0;
  std::vector<double> milliseconds;  // of the answers with 200, fastest first

  long answers() const;
  double percentile(double percent) const;  // of `milliseconds`; 0 when there are none
  std::string text() const;                 // "12,000 answers in 10.0 s: 200 x 11,800 ..., p50 1.2 ms, ..."
};

// "GET" of a target on a connection that stays open.
std::string get_request(std::string_view target);

// Throws std::runtime_error when there are no descriptors left.
LoadResult run(const Load& load);

}  // namespace faults
