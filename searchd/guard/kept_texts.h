// What somebody has just sent and should see again on the page after it, kept in memory for a while under a
// name that nobody can guess. The address of that page carries the name, so that the text itself stays out of
// addresses and of the logs of proxies.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

namespace searchd {

inline constexpr std::chrono::seconds kTextMaxAge = std::chrono::hours{1};

// Any thread.
class KeptTexts {
 public:
  // Of more than `max_texts` the oldest go.
  explicit KeptTexts(std::size_t max_texts = 1000) : max_texts_(max_texts) {}

  // Returns the text's name.
  std::string keep(std::string text, std::chrono::sys_seconds now);
  // "" when there is none, or none any more.
  std::string find(std::string_view name, std::chrono::sys_seconds now) const;

 private:
  struct Entry {
    std::string name;
    std::string text;
    std::chrono::sys_seconds time;
  };

  const std::size_t max_texts_;
  mutable std::mutex mutex_;  // guards entries_
  std::deque<Entry> entries_;
};

}  // namespace searchd
