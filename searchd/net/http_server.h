// Listens, and hands every request to one handler. Nothing outside knows how connections are held.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "searchd/net/event_loop.h"

namespace searchd {

struct ListenAddress {
  std::string host;         // "127.0.0.1", "::1"
  int port = 0;             // 0: any free one
  std::string unix_path{};  // instead of both
};

// "127.0.0.1:8080", "[::1]:8080" or "unix:/run/firstline/socket". Throws Error when it is none of them.
ListenAddress parse_address(std::string_view text);

// Takes the port; nothing is answered yet. Throws Error when it is taken or not allowed.
Listener listen(const ListenAddress& address);

class HttpServer {
 public:
  explicit HttpServer(const ListenAddress& address, const FrontOptions& options = {});
  explicit HttpServer(Listener listener, const FrontOptions& options = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const { return port_; }
  std::string url() const;  // "http://127.0.0.1:8080"

  // Answers on threads of its own from now on. A handler that throws is answered with 500. Without a limit
  // every body has at most kMaxRequestBody.
  void start(Handler handler, BodyLimit body_limit = {});
  // Takes no new connections and returns when every request being answered has its answer.
  void stop();

  const FrontMetrics* metrics() const;  // null before start()

 private:
  struct Front;

  std::string host_;  // or "unix:PATH"
  int port_ = 0;
  std::unique_ptr<Front> front_;
  std::thread thread_;
};

}  // namespace searchd
