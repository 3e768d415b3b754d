#include "tests/http/client.h"

#include <algorithm>
#include <stdexcept>

#include "searchd/http/http_message.h"

namespace http_test {

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

Answer request(int port, std::string_view method, std::string_view target, const Headers& headers,
               std::string_view body) {
  Connection connection(port);
  Headers all = headers;
  all.emplace_back("Connection", "close");
  connection.send(request_text(method, target, all, body));
  return connection.receive(method);
}

Answer get(int port, std::string_view target, const Headers& headers) {
  return request(port, "GET", target, headers);
}

}  // namespace http_test
