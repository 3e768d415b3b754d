#include "tests/http/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

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

Connection::Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval patience{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

Connection::~Connection() { ::close(socket_); }

void Connection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // closed: receive() will say so
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool Connection::read_more() {
  char bytes[16384];
  const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

Answer Connection::receive(std::string_view method) {
  Answer answer;
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more()) return answer;
  }
  std::string head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  answer.status_line = head.substr(0, head.find("\r\n"));
  answer.status = std::stoi(head.substr(head.find(' ') + 1));
  head.erase(0, head.find("\r\n") + 2);
  while (!head.empty()) {
    const auto line_end = head.find("\r\n");
    const std::string line = head.substr(0, line_end);
    const auto colon = line.find(": ");
    answer.headers.emplace_back(line.substr(0, colon),
                                colon == std::string::npos ? "" : line.substr(colon + 2));
    head.erase(0, line_end + 2);
  }
  const std::string length = answer.header("Content-Length");
  if (method == "HEAD" || answer.status == 304 || length.empty()) return answer;
  const std::size_t size = std::stoul(length);
  while (buffer_.size() < size && read_more()) {
  }
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, std::min(size, buffer_.size()));
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
