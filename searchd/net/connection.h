// One client's connection as a state machine: what it may send now, what is owed to it and until when. It
// does no input or output and reads no clock, so deadlines are tested without waiting. Used by the loop's
// thread only.
#pragma once

#include <sys/uio.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/http/http_message.h"
#include "searchd/net/answer.h"
#include "searchd/net/request_parser.h"

namespace searchd {

using TimePoint = std::chrono::steady_clock::time_point;

// Fixed from the moment they begin: a byte now and then does not extend them.
struct Deadlines {
  std::chrono::milliseconds head{5000};   // from the first byte, or from the connect
  std::chrono::milliseconds body{10000};  // from the end of the head
  std::chrono::milliseconds idle{15000};  // between two requests
  std::chrono::milliseconds write{10000};
  std::size_t slowest_write = 16;          // bytes per millisecond: a big answer gets more time
  std::size_t slowest_body = 32;           // the same of a body over kMaxRequestBody
  std::chrono::milliseconds linger{2000};  // for a refused client to read why
};

class Connection {
 public:
  // ready: there is a refusal() to send or a request to take(). working: waits for answer(). lingering:
  // everything is sent and the client has been told so. What it still sends is thrown away, because closing
  // at once would reset the connection and the client would lose our answer.
  enum class Phase { reading, ready, working, writing, lingering, closed };

  Connection(const Deadlines& deadlines, TimePoint now, BodyLimit body_limit = {});

  Phase phase() const { return phase_; }
  TimePoint deadline() const { return deadline_; }
  int refusal() const { return refusal_; }             // 0: there is a request to take()
  std::size_t most() const { return parser_.most(); }  // bytes that its body may have

  void receive(std::string_view bytes, TimePoint now);
  bool take_continue() { return phase_ == Phase::reading && parser_.take_continue(); }

  // True once while a body of more than kMaxRequestBody begins to come in.
  bool take_large() { return phase_ == Phase::reading && parser_.take_large(); }
  void refuse(int status, TimePoint now);  // what is being received; ready to be answered so

  bool keep_alive() const { return parser_.keep_alive() && !draining_; }  // of the request to take()
  Request take();
  void answer(Answer answer, TimePoint now);

  std::array<iovec, 2> unsent() const;  // what is left of head and body
  std::size_t unsent_bytes() const;
  bool owns_answer() const { return answer_.body.use_count() == 1; }  // nobody else keeps the body
  void sent(std::size_t bytes, TimePoint now);

  bool expire(TimePoint now);  // the deadline has passed; true when it cuts short a request or an answer
  void drain(TimePoint now);   // finish what is begun, then close
  void abort() { phase_ = Phase::closed; }  // the client is gone

 private:
  void resume(TimePoint now);
  std::chrono::milliseconds extra_time() const;  // that a large body gets

  const Deadlines& deadlines_;
  RequestParser parser_;
  Phase phase_ = Phase::reading;
  TimePoint deadline_;
  int refusal_ = 0;
  Answer answer_;
  std::size_t sent_ = 0;
  bool is_fresh_ = true;  // nothing was ever received
  bool draining_ = false;
};

}  // namespace searchd
