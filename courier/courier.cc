#include "courier/courier.h"

#include "courier/backoff.h"
#include "kb/model/error.h"
#include "service/log.h"

namespace courier {

namespace {

constexpr int kMostFailures = 3;  // in a row

}  // namespace

void Courier::round(std::chrono::sys_seconds now) {
  expire(now);
  std::map<std::string, Failure> still_there;
  int failures = 0;
  for (const auto& entry : outbox_.list()) {
    const auto known = failures_.find(entry.id);
    const bool is_due = known == failures_.end() || known->second.due <= now;
    if (is_due && failures < kMostFailures) failures = try_one(entry.id, now) ? 0 : failures + 1;
    if (const auto failed = failures_.find(entry.id); failed != failures_.end()) still_there.insert(*failed);
  }
  failures_ = std::move(still_there);
}

// The log never has text of a message, nor who it is from.
bool Courier::try_one(const std::string& id, std::chrono::sys_seconds now) {
  const Attempt result = attempt(id, now);
  if (result.delivered) {
    failures_.erase(id);
    service::log_event("message_delivered", {{"id", id}});
    return true;
  }
  Failure& failure = failures_[id];
  const auto wait = wait_after(++failure.count, chance_(), result.retry_after);
  failure.due = now + wait;
  service::log_event("message_not_delivered", {{"id", id},
                                               {"failures", std::to_string(failure.count)},
                                               {"again_in", std::to_string(wait.count())},
                                               {"why", result.problem}});
  return false;
}

Attempt Courier::attempt(const std::string& id, std::chrono::sys_seconds now) try {
  Attempt result = deliver_(id, outbox_.read(id), now);
  if (!result.delivered) return result;
  outbox_.remove(id);
  outbox::Counts counts = outbox_.counts();
  ++counts.delivered;
  outbox_.set_counts(counts);
  return result;
} catch (const kb::Error& error) {
  return {false, error.what()};
}

void Courier::expire(std::chrono::sys_seconds now) {
  const std::size_t count = outbox_.expire(now);
  if (count == 0) return;
  outbox::Counts counts = outbox_.counts();
  counts.expired += count;
  outbox_.set_counts(counts);
  service::log_event("messages_expired", {{"count", std::to_string(count)}});
}

}  // namespace courier
