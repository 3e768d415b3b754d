#include "indexer/fetch/http_get.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "kb/store/descriptor.h"

using namespace indexer;

namespace {

// Answers one connection with `answer`, whatever is asked.
class OneAnswer {
 public:
  explicit OneAnswer(std::string answer) : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in any{};
    any.sin_family = AF_INET;
    any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listener_.get(), reinterpret_cast<sockaddr*>(&any), sizeof any) == 0);
    REQUIRE(::listen(listener_.get(), 1) == 0);
    socklen_t size = sizeof any;
    REQUIRE(::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&any), &size) == 0);
    port_ = ntohs(any.sin_port);
    thread_ = std::thread([this, text = std::move(answer)] {
      const kb::Descriptor peer(::accept(listener_.get(), nullptr, nullptr));
      std::array<char, 4096> block{};
      while (request_.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = ::recv(peer.get(), block.data(), block.size(), 0);
        if (got <= 0) return;
        request_.append(block.data(), static_cast<std::size_t>(got));
      }
      (void)::send(peer.get(), text.data(), text.size(), MSG_NOSIGNAL);
    });
  }
  OneAnswer(const OneAnswer&) = delete;
  OneAnswer& operator=(const OneAnswer&) = delete;
  ~OneAnswer() {
    ::shutdown(listener_.get(), SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
  }

  std::string port() const { return std::to_string(port_); }
  std::string request() {
    thread_.join();
    return request_;
  }

 private:
  kb::Descriptor listener_;
  int port_ = 0;
  std::string request_;
  std::thread thread_;
};

}  // namespace

TEST_CASE("http get: the server at the address given is asked, whatever the name means") {
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 3\r\n\r\nabc");
  const HttpAnswer answer =
      http_get({"http", "nowhere.invalid:" + server.port(), "/a%20b?c=%2F+d"}, "127.0.0.1", 100);
  CHECK(answer.status == 200);
  CHECK(answer.type == "image/png");
  CHECK(answer.body == "abc");
  CHECK(answer.problem.empty());
  const std::string request = server.request();
  CHECK(request.starts_with("GET /a%20b?c=%2F+d HTTP/1.1\r\n"));
  CHECK(request.find("Host: nowhere.invalid:") != std::string::npos);
  CHECK(request.find("Accept-Encoding: identity\r\n") != std::string::npos);
  CHECK(request.find("Cookie") == std::string::npos);
}

TEST_CASE("http get: a redirect is not followed, and its body not read") {
  OneAnswer server("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 3\r\n\r\nabc");
  const HttpAnswer answer = http_get({"http", "x.invalid:" + server.port(), "/"}, "127.0.0.1", 100);
  CHECK(answer.status == 302);
  CHECK(answer.location == "http://127.0.0.1:1/");
  CHECK(answer.body.empty());
  CHECK(answer.problem.empty());
}

TEST_CASE("http get: too much is not read, said or not") {
  const std::string body(200, 'x');
  for (const std::string head :
       {"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"}) {
    OneAnswer server(head + body);
    const HttpAnswer answer = http_get({"http", "x.invalid:" + server.port(), "/"}, "127.0.0.1", 100);
    CHECK(answer.problem == "it has more than 0 MiB");
    CHECK(answer.body.size() <= 100);
  }
}

TEST_CASE("http get: an answer without a body has its status") {
  for (const int status : {204, 304, 404}) {
    OneAnswer server("HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: image/png\r\n\r\n");
    const HttpAnswer answer = http_get({"http", "x.invalid:" + server.port(), "/"}, "127.0.0.1", 100);
    CHECK(answer.status == status);
    CHECK(answer.problem.empty());
  }
}

TEST_CASE("http get: a compressed answer is unpacked, and bounded by what it becomes") {
  using namespace std::string_literals;
  // `printf abc | gzip -n`
  const std::string packed = "\x1F\x8B\x08\0\0\0\0\0\0\x03\x4B\x4C\x4A\x06\0\xC2\x41\x24\x35\x03\0\0\0"s;
  const std::string head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(packed.size()) +
      "\r\n\r\n";
  OneAnswer server(head + packed);
  CHECK(http_get({"http", "x.invalid:" + server.port(), "/"}, "127.0.0.1", 100).body == "abc");
  OneAnswer damaged(head + packed.substr(0, 10) + "damaged, damaged");
  CHECK(http_get({"http", "x.invalid:" + damaged.port(), "/"}, "127.0.0.1", 100).problem ==
        "its server sends no answer that can be read");
}

TEST_CASE("http get: what is no HTTP, and a server without TLS, have a reason") {
  OneAnswer odd("\x16\x03\x01 hello\r\n\r\n");
  CHECK(http_get({"http", "x.invalid:" + odd.port(), "/"}, "127.0.0.1", 100).problem ==
        "its server sends no answer that can be read");
  CHECK(http_get({"http", "x.invalid:1", "/"}, "127.0.0.1", 100).problem == "its server cannot be reached");
}

TEST_CASE("http get: only public addresses and the web's ports are looked up, unless any may be") {
  CHECK(look_up_host({"http", "127.0.0.1", "/"}, Reach::public_only).list.empty());
  CHECK(look_up_host({"http", "[::ffff:10.0.0.1]", "/"}, Reach::public_only).list.empty());
  CHECK(look_up_host({"http", "8.8.8.8", "/"}, Reach::public_only).list ==
        std::vector<std::string>{"8.8.8.8"});
  CHECK(look_up_host({"https", "8.8.8.8:8443", "/"}, Reach::public_only).problem ==
        "its port 8443 is not the web's");
  CHECK(look_up_host({"http", "127.0.0.1:8080", "/"}, Reach::any).list ==
        std::vector<std::string>{"127.0.0.1"});
}

TEST_CASE("http get: link-local addresses are not looked up, even where any other may be") {
  for (const Reach reach : {Reach::public_only, Reach::any}) {
    for (const char* host : {"169.254.169.254", "[fe80::1]", "[::ffff:169.254.169.254]", "2852039166"}) {
      CAPTURE(host);
      const HostAddresses found = look_up_host({"http", host, "/"}, reach);
      CHECK(found.list.empty());
      CHECK(found.problem.ends_with(" is a link-local or metadata address; these are never asked"));
    }
  }
}
