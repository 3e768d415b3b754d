// soak PORT PID EVENTS SECONDS: what a busy day does to a daemon. 64 connections ask for pages, searches and
// suggestions and send feedback; at the end it says how many answers were wrong, how the daemon's memory
// grew, and whether all feedback it acknowledged is in its events file. Ends with 1 when the figures of
// docs/reliability.md are missed. tools/soak starts the daemon and calls this.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "events/reader.h"
#include "searchd/net/listener.h"
#include "tests/faults/daily_mix.h"
#include "tests/faults/load_client.h"
#include "tests/support/resident.h"

namespace {

constexpr double kMostGrowth = 5;  // percent

faults::LoadResult ask(int port, faults::DailyMix& mix, std::chrono::seconds time) {
  return faults::run(
      {.port = port,
       .next = [&](long number) { return mix.next(number); },
       .time = time,
       .is_right = [&](int status, std::string_view body) { return mix.is_right(status, body); }});
}

long stored_feedback(const std::string& events_file) {
  long count = 0;
  for (const events::DayCount& day : events::Reader(events_file).days({})) count += day.feedback;
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: soak PORT PID EVENTS SECONDS\n");
    return 2;
  }
  const int port = std::atoi(argv[1]);
  const pid_t pid = std::atoi(argv[2]);
  const std::chrono::seconds time(std::max(10, std::atoi(argv[4])));
  searchd::raise_descriptor_limit();
  faults::DailyMix mix;
  const auto warm = ask(port, mix, time / 5);  // the page cache fills up first
  const long before = support::resident(pid);
  const auto result = ask(port, mix, time - time / 5);
  const long after = support::resident(pid);
  const double growth =
      100.0 * static_cast<double>(after - before) / static_cast<double>(std::max(before, 1L));
  const long stored = stored_feedback(argv[3]);
  fmt::print(
      "warm-up: {}\n{}\nresident {} KiB, then {} KiB: {:+.1f}%\nfeedback: {} acknowledged, {} stored\n",
      warm.text(), result.text(), before, after, growth, mix.acknowledged(), stored);
  const bool is_kept = stored > 0 && stored == mix.acknowledged();
  return warm.wrong + result.wrong == 0 && is_kept && after > 0 && growth <= kMostGrowth ? 0 : 1;
}
