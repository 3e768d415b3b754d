// Whether somebody answers at a contact channel now, and if not, when. In the channel's own time.
#pragma once

#include <chrono>

#include "kb/model/site.h"

namespace searchd {

struct OpeningState {
  enum class Kind {
    unknown,  // the channel has no hours
    always,   // open day and night
    open,     // until `time`, `days_ahead` days from today
    closed,   // opens at `time`, `days_ahead` days from today
  };
  Kind kind = Kind::unknown;
  std::chrono::minutes time{0};  // since midnight where the channel is; 24:00 is the next day's 00:00
  int days_ahead = 0;            // 0 today, 1 tomorrow, to 60
  std::chrono::sys_days day{};   // that day where the channel is

  bool operator==(const OpeningState&) const = default;
};

OpeningState opening_state(const kb::Channel& channel, std::chrono::sys_seconds now);

}  // namespace searchd
