// A client that sends exactly the bytes it is given, malformed ones too, and reads one answer at a time.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "kb/store/descriptor.h"

namespace support {

// One connection to 127.0.0.1. Every read gives up after ten seconds.
class RawClient {
 public:
  RawClient() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }

  int fd() const { return socket_.get(); }
  bool connect(int port) const {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(fd(), reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  // A connection that is closed already is noticed when the answer is read.
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void half_close() const { ::shutdown(fd(), SHUT_WR); }
  void close() { socket_.close(); }

  // One answer, head and body; less when the connection ends before. An answer to HEAD has no body, whatever
  // its length says.
  std::string read_answer(std::string_view method = "GET") {
    std::size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == unread_.npos && receive()) {
    }
    if (end == unread_.npos) return std::exchange(unread_, {});
    const auto length = unread_.find("Content-Length: ");
    const bool has_body = length < end && method != "HEAD";
    const std::size_t size = end + 4 + (has_body ? std::strtoul(&unread_[length + 16], nullptr, 10) : 0);
    while (unread_.size() < size && receive()) {
    }
    std::string out = unread_.substr(0, size);
    unread_.erase(0, out.size());
    return out;
  }
  // True when the server has closed in order: no reset, no further byte.
  bool is_closed() const {
    char byte = 0;
    return unread_.empty() && ::recv(fd(), &byte, 1, 0) == 0;
  }

 private:
  bool receive() {
    char bytes[16 * 1024];
    const ssize_t count = ::recv(fd(), bytes, sizeof bytes, 0);
    if (count > 0) unread_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  kb::Descriptor socket_;
  std::string unread_;
};

}  // namespace support
