// Listens, and hands every request to one handler. The only file that talks to cpp-httplib; nothing outside
// knows how connections are held.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "searchd/http_message.h"

namespace searchd {

struct ListenAddress {
  std::string host;  // "127.0.0.1", "::1"
  int port = 0;      // 0: any free one
};

// "127.0.0.1:8080" or "[::1]:8080". Throws Error when it is neither.
ListenAddress parse_address(std::string_view text);

class HttpServer {
 public:
  using Handler = std::function<Response(const Request&)>;

  // Takes the port; nothing is answered yet. Throws Error when it is taken or not allowed.
  explicit HttpServer(const ListenAddress& address);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const { return port_; }
  std::string url() const;  // "http://127.0.0.1:8080"

  // Answers on threads of its own from now on. A handler that throws is answered with 500 and a text of ours.
  void start(Handler handler);
  // Takes no new connections and returns when every request being answered has its answer.
  void stop();

 private:
  struct Library;

  std::string host_;
  int port_ = 0;
  std::unique_ptr<Library> library_;
  std::thread thread_;
};

}  // namespace searchd
