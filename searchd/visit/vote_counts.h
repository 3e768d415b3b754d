// How many readers found each article helpful, for articles that say so: each counts once a day.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace searchd {

struct Votes {
  std::int64_t yes = 0;
  std::int64_t all = 0;

  bool operator==(const Votes&) const = default;
};

using VotesByArticle = std::map<std::pair<std::string, std::string>, Votes>;  // by language and id

// Read from the events now and then: pages that show counts are made anew whenever these change.
class VoteCounts {
 public:
  // The file must exist.
  explicit VoteCounts(std::filesystem::path events) : events_(std::move(events)) {}

  // Reads them when the last time is an hour ago, or when there was none. Throws events::Error; then they
  // stay as they were. One thread at a time.
  void refresh(std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());

  // Any thread. The same pointer as long as nothing has changed.
  std::shared_ptr<const VotesByArticle> current() const;

 private:
  const std::filesystem::path events_;
  std::chrono::steady_clock::time_point next_{};
  mutable std::mutex mutex_;  // guards votes_
  std::shared_ptr<const VotesByArticle> votes_ = std::make_shared<const VotesByArticle>();
};

}  // namespace searchd
