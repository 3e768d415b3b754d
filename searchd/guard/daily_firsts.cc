#include "searchd/guard/daily_firsts.h"

#include <charconv>

#include "kb/store/sha256.h"

namespace searchd {

namespace {

std::uint64_t number_in(std::string_view hex) {
  std::uint64_t number = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  return number;
}

}  // namespace

void DailyFirsts::begin(std::chrono::sys_days day) {
  day_ = day;
  salt_ = random_(32);
  number_ = static_cast<events::First>(number_in(random_(4))) + 1;
  done_.clear();
  done_by_.clear();
}

// Each part with its length, so that no two lists look alike.
std::uint64_t DailyFirsts::hash(std::string_view client, std::initializer_list<std::string_view> what) const {
  std::string text(client);
  for (const std::string_view part : what) text += std::to_string(part.size()) + ":" + std::string(part);
  return number_in(
      std::string_view(kb::hmac_sha256(salt_, std::to_string(client.size()) + ":" + text)).substr(0, 16));
}

events::First DailyFirsts::first(std::string_view client, std::initializer_list<std::string_view> what,
                                 std::chrono::sys_seconds now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::lock_guard lock(mutex_);
  if (number_ == 0 || day > day_ || day_ - day > std::chrono::days(1)) begin(day);
  // A request that came just before midnight: its day's memory is gone.
  if (day < day_) return 0;
  const std::uint64_t entry = hash(client, what);
  if (done_.contains(entry)) return 0;
  const std::uint64_t owner = hash(client, {});
  const auto known = done_by_.find(owner);
  if (done_.size() >= limits_.all || (known != done_by_.end() && known->second >= limits_.client)) {
    ++without_room_;
    return 0;
  }
  done_.insert(entry);
  ++done_by_[owner];
  return number_;
}

std::uint64_t DailyFirsts::without_room() const {
  const std::lock_guard lock(mutex_);
  return without_room_;
}

}  // namespace searchd
