// A running event loop on a free port, a client that talks to it byte by byte, and a clock that is set by
// hand.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "searchd/net/event_loop.h"
#include "tests/support/eventually.h"
#include "tests/support/raw_client.h"

namespace front {

using namespace std::chrono_literals;

using support::eventually;

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

class Client : public support::RawClient {
 public:
  Client() = default;
  explicit Client(int port) { connect(port); }

  void get(const std::string& path) const { send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"); }
  std::string ask(const std::string& path) {
    get(path);
    return read_answer();
  }
};

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
        loop_(
            std::move(listener), [this](const searchd::Request& request) { return respond(request); },
            options, std::move(clock)),
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
  searchd::Response respond(const searchd::Request& request) {
    {
      const std::lock_guard lock(mutex_);
      last_peer_ = request.client;
    }
    const std::string& path = request.path;
    searchd::Response response;
    if (path == "/wait") gate_.pass();
    if (path == "/big")
      response.body = big_body();
    else if (path == "/own")
      response.body = searchd::make_body(*big_body());
    else
      response.body = searchd::make_body(path + request.body);
    return response;
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
