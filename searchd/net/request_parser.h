// Bytes of a connection -> whole, validated requests, or the status that refuses them. Stricter than RFC 9112
// wherever two readers of the same bytes could disagree, which is how requests are smuggled past a proxy. No
// sockets, no clock.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/http/http_message.h"

namespace searchd {

inline constexpr std::size_t kMaxHead = 16 * 1024;  // bytes of the request line and the headers
inline constexpr std::size_t kMaxTarget = 8 * 1024;
inline constexpr std::size_t kMaxLine = kMaxTarget + 64;  // room for a method and the version
inline constexpr std::size_t kMaxHeaders = 64;
inline constexpr std::size_t kMaxRequestBody = 256 * 1024;  // of any route; most take less

class RequestParser {
 public:
  // idle: no byte of the next request has come. complete: take() it. refused: final; the connection has to be
  // closed, since nobody knows where the next request would begin.
  enum class State { idle, head, body, complete, refused };

  // How the bytes were cut into pieces makes no difference to the result.
  State feed(std::string_view bytes);
  State state() const { return state_; }

  int refusal() const { return refusal_; }  // 400, 411, 413, 414, 415, 417, 431, 501 or 505 when refused
  bool keep_alive() const { return keep_alive_; }  // what the complete request asks for
  // True once for a request that waits for "100 Continue" before it sends its body.
  bool take_continue();
  // The complete request; its path begins with "/". Goes on with the bytes that came after it.
  Request take();

 private:
  void advance();
  void advance_head();
  int accept_line(std::string_view line);
  int accept_request_line(std::string_view line);
  int accept_target(std::string_view target);
  int accept_header(std::string_view line);
  int finish_head();
  int read_body_size();
  void refuse(int status);
  std::size_t count(std::string_view name) const;
  bool connection_says(std::string_view option) const;

  State state_ = State::idle;
  std::string buffer_;
  std::size_t line_ = 0;  // where the current line begins
  std::size_t seen_ = 0;  // bytes before this are known to be fine
  Request request_;
  std::string authority_;  // of an absolute target
  std::size_t body_size_ = 0;
  int refusal_ = 0;
  bool is_http_1_1_ = false;
  bool keep_alive_ = false;
  bool wants_continue_ = false;
};

}  // namespace searchd
