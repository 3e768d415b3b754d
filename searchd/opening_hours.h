// Whether somebody answers at a contact channel now, and if not, when. In the channel's own time; holidays
// are not known.
#pragma once

#include <chrono>

#include "kb/site.h"

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
  int days_ahead = 0;            // 0 today, 1 tomorrow, to 7
  unsigned weekday = 0;          // of that day: 0 Monday to 6 Sunday

  bool operator==(const OpeningState&) const = default;
};

OpeningState opening_state(const kb::Channel& channel, std::chrono::sys_seconds now);

}  // namespace searchd
