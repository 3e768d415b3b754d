#include "searchd/net/connection.h"

#include <algorithm>
#include <utility>

namespace searchd {

namespace {

constexpr std::chrono::milliseconds kDrainFresh{1000};  // a client that has just connected is about to ask

iovec as_iovec(std::string_view bytes) { return {const_cast<char*>(bytes.data()), bytes.size()}; }

}  // namespace

Connection::Connection(const Deadlines& deadlines, TimePoint now, BodyLimit body_limit)
    : deadlines_(deadlines), parser_(std::move(body_limit)), deadline_(now + deadlines.head) {}

void Connection::receive(std::string_view bytes, TimePoint now) {
  if (phase_ != Phase::reading) return;
  is_fresh_ = false;
  const auto before = parser_.state();
  if (parser_.feed(bytes) != before) resume(now);
}

Request Connection::take() {
  phase_ = Phase::working;
  deadline_ = TimePoint::max();
  return parser_.take();
}

void Connection::answer(Answer answer, TimePoint now) {
  answer_ = std::move(answer);
  sent_ = 0;
  phase_ = Phase::writing;
  deadline_ = now + deadlines_.write + std::chrono::milliseconds(unsent_bytes() / deadlines_.slowest_write);
}

std::array<iovec, 2> Connection::unsent() const {
  const std::string_view head = answer_.head;
  const std::string_view body = answer_.body ? std::string_view(*answer_.body) : "";
  const std::size_t in_head = std::min(sent_, head.size());
  return {as_iovec(head.substr(in_head)), as_iovec(body.substr(sent_ - in_head))};
}

std::size_t Connection::unsent_bytes() const {
  if (phase_ != Phase::writing) return 0;
  return answer_.head.size() + (answer_.body ? answer_.body->size() : 0) - sent_;
}

void Connection::sent(std::size_t bytes, TimePoint now) {
  sent_ += bytes;
  if (unsent_bytes() > 0) return;
  answer_.head.clear();
  answer_.body = nullptr;
  if (answer_.keep_alive) return resume(now);
  phase_ = Phase::lingering;
  deadline_ = now + deadlines_.linger;
}

bool Connection::expire(TimePoint now) {
  const bool half_answered = phase_ == Phase::writing;
  const bool half_asked = phase_ == Phase::reading && parser_.state() != RequestParser::State::idle;
  if (half_asked)
    refuse(408, now);
  else
    phase_ = Phase::closed;
  return half_asked || half_answered;
}

void Connection::refuse(int status, TimePoint now) {
  parser_.refuse(status);
  phase_ = Phase::ready;
  refusal_ = status;
  deadline_ = now + deadlines_.write;
}

void Connection::drain(TimePoint now) {
  draining_ = true;
  if (phase_ != Phase::reading || parser_.state() != RequestParser::State::idle) return;
  if (!is_fresh_) phase_ = Phase::closed;
  deadline_ = std::min(deadline_, now + kDrainFresh);
}

// Where the bytes at hand lead.
void Connection::resume(TimePoint now) {
  using State = RequestParser::State;
  const State state = parser_.state();
  if (state == State::complete || state == State::refused) {
    phase_ = Phase::ready;
    refusal_ = parser_.refusal();
    return;
  }
  phase_ = draining_ && state == State::idle ? Phase::closed : Phase::reading;
  if (state == State::idle) deadline_ = now + deadlines_.idle;
  if (state == State::head) deadline_ = now + deadlines_.head;
  if (state == State::body) deadline_ = now + deadlines_.body + extra_time();
}

std::chrono::milliseconds Connection::extra_time() const {
  const std::size_t bytes = parser_.expected();
  return std::chrono::milliseconds(bytes > kMaxRequestBody ? bytes / deadlines_.slowest_body : 0);
}

}  // namespace searchd
