// A client that sends exactly the bytes it is given, malformed ones too, and reads one answer at a time.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http_test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 0;                // 0: the connection was closed without an answer
  std::string status_line = {};  // "HTTP/1.1 200 OK"; of Connection::receive() only
  Headers headers = {};
  std::string body = {};

  std::string header(std::string_view name) const;  // "" when absent
  bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
};

// One connection to 127.0.0.1. Every read gives up after ten seconds.
class Connection {
 public:
  explicit Connection(int port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void send(std::string_view bytes);
  // `method` is needed because an answer to HEAD has no body.
  Answer receive(std::string_view method = "GET");

 private:
  bool read_more();

  int socket_ = -1;
  std::string buffer_;
};

std::string request_text(std::string_view method, std::string_view target, const Headers& headers = {},
                         std::string_view body = "");

Answer request(int port, std::string_view method, std::string_view target, const Headers& headers = {},
               std::string_view body = "");
Answer get(int port, std::string_view target, const Headers& headers = {});

}  // namespace http_test
