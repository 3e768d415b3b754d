#include "tests/http/client.h"

#include <httplib.h>

#include <stdexcept>

#include "searchd/http/http_message.h"

namespace http_test {

namespace {

// The library is compiled already. Without the flags of its own pkg-config file we would see other types than
// it does.
#if !defined(CPPHTTPLIB_OPENSSL_SUPPORT) || !defined(CPPHTTPLIB_ZLIB_SUPPORT) || \
    !defined(CPPHTTPLIB_BROTLI_SUPPORT)
#error "compile this file with the cflags of cpp-httplib's pkg-config file"
#endif

constexpr int kPatience = 10;  // seconds

httplib::Request library_request(std::string_view method, std::string_view target, const Headers& headers,
                                 std::string_view body) {
  httplib::Request out;
  out.method = method;
  out.path = target;
  out.headers = {headers.begin(), headers.end()};
  if (!out.has_header("Host")) out.headers.emplace("Host", "localhost");
  out.body = body;
  return out;
}

}  // namespace

std::string Answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (searchd::same_name(key, name)) return value;
  }
  return "";
}

Connection::Connection(int port) {
  if (!client_.connect(port)) throw std::runtime_error("cannot connect");
}

Answer Connection::receive(std::string_view method) {
  const std::string text = client_.read_answer(method);
  const auto end = text.find("\r\n\r\n");
  Answer answer;
  if (end == std::string::npos) return answer;
  answer.body = text.substr(end + 4);
  std::string_view head = std::string_view(text).substr(0, end + 2);
  answer.status_line = head.substr(0, head.find("\r\n"));
  answer.status = std::stoi(answer.status_line.substr(answer.status_line.find(' ') + 1));
  for (head.remove_prefix(answer.status_line.size() + 2); !head.empty();
       head.remove_prefix(head.find("\r\n") + 2)) {
    const std::string_view line = head.substr(0, head.find("\r\n"));
    const auto colon = std::min(line.find(": "), line.size());
    answer.headers.emplace_back(line.substr(0, colon), line.substr(std::min(colon + 2, line.size())));
  }
  return answer;
}

std::string request_text(std::string_view method, std::string_view target, const Headers& headers,
                         std::string_view body) {
  std::string text = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  const bool may_have_body = method == "POST" || method == "PUT" || method == "PATCH";
  if (!body.empty() || may_have_body) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + std::string(body);
}

// What was asked for is sent as it is, and what comes back is not decoded: both are what tests look at.
Answer request(int port, std::string_view method, std::string_view target, const Headers& headers,
               std::string_view body) {
  httplib::Client client("127.0.0.1", port);
  client.set_url_encode(false);
  client.set_decompress(false);
  client.set_read_timeout(kPatience);
  const httplib::Result result = client.send(library_request(method, target, headers, body));
  if (result.error() == httplib::Error::Connection) throw std::runtime_error("cannot connect");
  Answer answer;
  if (!result) return answer;
  answer.status = result->status;
  answer.headers = {result->headers.begin(), result->headers.end()};
  answer.body = result->body;
  return answer;
}

Answer get(int port, std::string_view target, const Headers& headers) {
  return request(port, "GET", target, headers);
}

}  // namespace http_test
