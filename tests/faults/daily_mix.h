// What visitors of a busy day ask for, feedback included: 1 request in 100 sends a form, and 1 fetches the
// token that a later one needs.
#pragma once

#include <chrono>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace faults {

class DailyMix {
 public:
  DailyMix();

  // The whole request with this number.
  std::string next(long number);
  // Keeps the token that an answer brings, and counts what it acknowledges. 404 is right: a page is not
  // there.
  bool is_right(int status, std::string_view body);
  long acknowledged() const { return acknowledged_; }  // forms that were said to be stored

 private:
  using Clock = std::chrono::steady_clock;
  struct Token {
    std::string text;
    Clock::time_point received;
  };

  bool may_send() const;
  std::string send_form();

  std::vector<std::string> reading_;
  std::deque<Token> tokens_;  // oldest first
  Clock::time_point next_form_ = Clock::now();
  long forms_ = 0;
  long acknowledged_ = 0;
};

}  // namespace faults
