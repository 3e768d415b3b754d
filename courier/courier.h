// Takes messages out of the outbox and hands each on until somebody has it: at least once, since a crash
// between the delivery and the removal delivers it again, under the same id. What failed before is known in
// memory only; after a restart everything is tried at once.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "courier/attempt.h"
#include "outbox/outbox.h"

namespace courier {

// `json`: the file's bytes. May throw kb::Error, which counts as a failure.
using Deliver =
    std::function<Attempt(const std::string& id, const std::string& json, std::chrono::sys_seconds)>;

// One thread.
class Courier {
 public:
  // `chance`: from 0 to 1, anew each time.
  Courier(const outbox::Outbox& outbox, Deliver deliver, std::function<double()> chance)
      : outbox_(outbox), deliver_(std::move(deliver)), chance_(std::move(chance)) {}

  // Tries what is due, the oldest first, and removes what is too old. After some failures in a row the rest
  // waits for the next round: then the other side is at fault, not the message. Throws kb::Error when the
  // folder cannot be used.
  void round(std::chrono::sys_seconds now);

 private:
  struct Failure {
    int count = 0;
    std::chrono::sys_seconds due{};
  };

  bool try_one(const std::string& id, std::chrono::sys_seconds now);
  Attempt attempt(const std::string& id, std::chrono::sys_seconds now);
  void expire(std::chrono::sys_seconds now);

  const outbox::Outbox& outbox_;
  const Deliver deliver_;
  const std::function<double()> chance_;
  std::map<std::string, Failure> failures_;
};

}  // namespace courier
