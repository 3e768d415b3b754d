// A running event loop on a free port, a client that talks to it byte by byte, and a clock that is set by
// hand.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "searchd/net/event_loop.h"

namespace front {

using namespace std::chrono_literals;

// True as soon as the condition is; false when it never is.
template <typename Condition>
bool eventually(const Condition& condition) {
  const auto end = std::chrono::steady_clock::now() + 5s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

class FakeClock {
 public:
  searchd::Clock function() const {
    return [now = now_] { return searchd::TimePoint(std::chrono::milliseconds(now->load())); };
  }
  void advance(std::chrono::milliseconds by) { *now_ += by.count(); }

 private:
  std::shared_ptr<std::atomic<std::int64_t>> now_ = std::make_shared<std::atomic<std::int64_t>>(1'000'000);
};

// Holds up the workers that ask for /wait until it is opened.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.wait(lock, [this] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  int waiting() {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

class Client {
 public:
  Client() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{5, 0};
    ::setsockopt(fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  explicit Client(int port) : Client() { connect(port); }

  int fd() const { return socket_.get(); }
  bool connect(int port) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(fd(), reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void get(const std::string& path) { send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"); }
  void half_close() { ::shutdown(fd(), SHUT_WR); }
  void close() { socket_.close(); }

  // One answer, head and body; less when the connection ends before.
  std::string read_answer() {
    std::size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == unread_.npos && receive()) {
    }
    if (end == unread_.npos) return std::exchange(unread_, {});
    const auto length = unread_.find("Content-Length: ");
    const std::size_t body = length < end ? std::strtoul(unread_.c_str() + length + 16, nullptr, 10) : 0;
    while (unread_.size() < end + 4 + body && receive()) {
    }
    std::string out = unread_.substr(0, end + 4 + body);
    unread_.erase(0, out.size());
    return out;
  }
  std::string ask(const std::string& path) {
    get(path);
    return read_answer();
  }
  // True when the server has closed in order: no reset, no further byte.
  bool is_closed() { return unread_.empty() && ::recv(fd(), &byte_, 1, 0) == 0; }

 private:
  bool receive() {
    char bytes[16 * 1024];
    const ssize_t count = ::recv(fd(), bytes, sizeof bytes, 0);
    if (count > 0) unread_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  kb::Descriptor socket_;
  std::string unread_;
  char byte_ = 0;
};

inline searchd::Answer plain_answer(int status, bool keep_alive, searchd::Body body) {
  std::string head =
      "HTTP/1.1 " + std::to_string(status) + " -\r\nContent-Length: " + std::to_string(body->size());
  head += keep_alive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
  return {head, std::move(body), keep_alive};
}

inline const searchd::Body& big_body() {
  static const searchd::Body body = searchd::make_body(std::string(32 * 1024 * 1024, 'b'));
  return body;
}

// Nobody is shed, however slow the machine that runs the tests is.
inline searchd::FrontOptions patient() {
  searchd::FrontOptions options;
  options.patience.wait = 1h;
  return options;
}

// Answers a path with itself; /wait waits for the gate, /big is 32 MiB, /own the same for this client alone.
class Front {
 public:
  explicit Front(const searchd::FrontOptions& options = patient(),
                 searchd::Clock clock = std::chrono::steady_clock::now)
      : Front(searchd::Listener::tcp("127.0.0.1", 0), options, std::move(clock)) {}
  Front(searchd::Listener listener, const searchd::FrontOptions& options, searchd::Clock clock)
      : port_(listener.port()),
        loop_(std::move(listener), service(), options, std::move(clock)),
        thread_([this] {
          loop_.run();
          ended_ = true;
        }) {}
  ~Front() {
    gate_.open();
    loop_.stop();
    loop_.stop();
    thread_.join();
  }

  int port() const { return port_; }
  Gate& gate() { return gate_; }
  searchd::EventLoop& loop() { return loop_; }
  const searchd::FrontMetrics& metrics() const { return loop_.metrics(); }
  bool has_ended() const { return ended_; }
  std::string last_peer() {
    const std::lock_guard lock(mutex_);
    return last_peer_;
  }

 private:
  searchd::Service service() {
    return {[this](const searchd::Request& request, bool keep_alive) { return answer(request, keep_alive); },
            [](int status, bool keep_alive) {
              return plain_answer(status, keep_alive, searchd::make_body("refused"));
            }};
  }
  searchd::Answer answer(const searchd::Request& request, bool keep_alive) {
    {
      const std::lock_guard lock(mutex_);
      last_peer_ = request.client;
    }
    const std::string& path = request.path;
    if (path == "/wait") gate_.pass();
    if (path == "/big") return plain_answer(200, keep_alive, big_body());
    if (path == "/own") return plain_answer(200, keep_alive, searchd::make_body(*big_body()));
    return plain_answer(200, keep_alive, searchd::make_body(path + request.body));
  }

  int port_;
  Gate gate_;
  std::mutex mutex_;  // guards last_peer_
  std::string last_peer_;
  std::atomic<bool> ended_{false};
  searchd::EventLoop loop_;
  std::thread thread_;
};

inline bool says(const std::string& answer, std::string_view text) {
  return answer.find(text) != answer.npos;
}
inline bool is_status(const std::string& answer, int status) {
  return answer.starts_with("HTTP/1.1 " + std::to_string(status) + " ");
}

}  // namespace front
