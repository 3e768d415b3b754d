// Tells what a client does for the first time on a day from its repetitions, so that nobody counts twice.
// Knows salted hashes, in memory and for a day. Neither an address nor such a hash is ever written anywhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "events/event.h"
#include "searchd/guard/secret.h"

namespace searchd {

// Any thread.
class DailyFirsts {
 public:
  using RandomHex = std::function<std::string(std::size_t bytes)>;

  struct Limits {
    std::size_t all = 100'000;   // things remembered, 8 bytes each; 10 MB at most with what finds them
    std::size_t client = 1'000;  // of one client, so that it cannot use up all the others' room
  };

  DailyFirsts() : DailyFirsts(Limits{}, random_hex) {}
  explicit DailyFirsts(Limits limits, RandomHex random = random_hex)
      : limits_(limits), random_(std::move(random)) {}

  // Not 0 when `client` has not done `what` on this day (UTC). 0 also when there is no room to remember it,
  // and for a day that is over. A clock that goes back by more than a day begins anew.
  events::First first(std::string_view client, std::initializer_list<std::string_view> what,
                      std::chrono::sys_seconds now);

  // How often there was no room, since the start.
  std::uint64_t without_room() const;

 private:
  void begin(std::chrono::sys_days day);
  std::uint64_t hash(std::string_view client, std::initializer_list<std::string_view> what) const;

  const Limits limits_;
  const RandomHex random_;
  mutable std::mutex mutex_;  // guards what is below
  std::chrono::sys_days day_{};
  std::string salt_;
  events::First number_ = 0;
  std::unordered_set<std::uint64_t> done_;
  std::unordered_map<std::uint64_t, std::size_t> done_by_;  // how much each client has in it
  std::uint64_t without_room_ = 0;
};

}  // namespace searchd
