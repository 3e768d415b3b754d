// A client of a server on 127.0.0.1 that sends exactly the bytes it is given, malformed ones too, and shows
// the answer as it came.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/raw_client.h"

namespace http_test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 0;                // 0: the connection was closed without an answer
  std::string status_line = {};  // "HTTP/1.1 200 OK"
  Headers headers = {};
  std::string body = {};

  std::string header(std::string_view name) const;  // "" when absent
  bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
};

// Throws std::runtime_error where nobody listens.
class Connection {
 public:
  explicit Connection(int port);

  void send(std::string_view bytes) const { client_.send(bytes); }
  // `method` is needed because an answer to HEAD has no body.
  Answer receive(std::string_view method = "GET");

 private:
  support::RawClient client_;
};

std::string request_text(std::string_view method, std::string_view target, const Headers& headers = {},
                         std::string_view body = "");

// On a connection of its own. Throws std::runtime_error where nobody listens.
Answer request(int port, std::string_view method, std::string_view target, const Headers& headers = {},
               std::string_view body = "");
Answer get(int port, std::string_view target, const Headers& headers = {});

}  // namespace http_test
