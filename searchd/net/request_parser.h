// Bytes of a connection -> whole, validated requests, or the status that refuses them. Stricter than RFC 9112
// wherever two readers of the same bytes could disagree, which is how requests are smuggled past a proxy. No
// sockets, no clock.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "searchd/http/http_message.h"

namespace searchd {

inline constexpr std::size_t kMaxHead = 16 * 1024;  // bytes of the request line and the headers
inline constexpr std::size_t kMaxTarget = 8 * 1024;
inline constexpr std::size_t kMaxLine = kMaxTarget + 64;  // room for a method and the version
inline constexpr std::size_t kMaxHeaders = 64;
// Of every request whose head no BodyLimit gives more; most routes take less.
inline constexpr std::size_t kMaxRequestBody = 256 * 1024;

// The bytes that the body of a request with this head, which has no body yet, may have. Asked only when it
// has more than kMaxRequestBody, by the thread that reads; it must not wait, and not throw.
using BodyLimit = std::function<std::size_t(const Request& head)>;

class RequestParser {
 public:
  // idle: no byte of the next request has come. complete: take() it. refused: final; the connection has to be
  // closed, since nobody knows where the next request would begin.
  enum class State { idle, head, body, complete, refused };

  explicit RequestParser(BodyLimit body_limit = {}) : body_limit_(std::move(body_limit)) {}

  // How the bytes were cut into pieces makes no difference to the result.
  State feed(std::string_view bytes);
  State state() const { return state_; }

  // 400, 411, 413, 414, 415, 417, 431, 501 or 505 when refused, or what refuse() said.
  int refusal() const { return refusal_; }
  std::size_t most() const { return most_; }  // bytes of the body that this request may have
  // Of the body that is being received; 0 when none is.
  std::size_t expected() const { return state_ == State::body ? body_size_ : 0; }
  bool keep_alive() const { return keep_alive_; }  // what the complete request asks for
  // True once for a request that waits for "100 Continue" before it sends its body.
  bool take_continue();
  // True once for a request whose body has more than kMaxRequestBody.
  bool take_large();
  // The complete request; its path begins with "/". Goes on with the bytes that came after it.
  Request take();
  // Gives the request up, and forgets its bytes.
  void refuse(int status);

 private:
  void advance();
  void advance_head();
  int accept_line(std::string_view line);
  int accept_request_line(std::string_view line);
  int accept_target(std::string_view target);
  int accept_header(std::string_view line);
  int finish_head();
  int read_body_size();
  void take_body();
  std::size_t count(std::string_view name) const;
  bool connection_says(std::string_view option) const;

  BodyLimit body_limit_;
  State state_ = State::idle;
  std::string buffer_;
  std::size_t line_ = 0;  // where the current line begins
  std::size_t seen_ = 0;  // bytes before this are known to be fine
  Request request_;
  std::string authority_;  // of an absolute target
  std::size_t body_size_ = 0;
  std::size_t most_ = kMaxRequestBody;
  int refusal_ = 0;
  bool is_http_1_1_ = false;
  bool keep_alive_ = false;
  bool wants_continue_ = false;
  bool is_large_ = false;
};

}  // namespace searchd
