#include "searchd/net/request_parser.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/searchd/raw_requests.h"

using searchd::RequestParser;
using State = RequestParser::State;
using namespace searchd::raw;

namespace {

// Every way to cut the bytes in two, and each byte alone. Long ones only the latter: it takes them as well.
template <typename Check>
void for_each_split(const std::string& bytes, const Check& check) {
  RequestParser drop_by_drop;
  for (const char byte : bytes) drop_by_drop.feed({&byte, 1});
  check(drop_by_drop);
  for (std::size_t cut = 0; bytes.size() < 1000 && cut <= bytes.size(); ++cut) {
    RequestParser parser;
    parser.feed(std::string_view(bytes).substr(0, cut));
    parser.feed(std::string_view(bytes).substr(cut));
    check(parser);
  }
}

}  // namespace

TEST_CASE("request parser: what is malformed is refused and the connection is over, however it is cut") {
  CHECK(kRefused.size() >= 80);
  for (const Refused& refused : kRefused) {
    CAPTURE(refused.what);
    for_each_split(refused.bytes, [&](RequestParser& parser) {
      CHECK(parser.state() == State::refused);
      CHECK(parser.refusal() == refused.status);
      CHECK(parser.feed(kNext) == State::refused);
    });
  }
}

TEST_CASE("request parser: what is unusual but right is read, however it is cut") {
  for (const Accepted& accepted : kAccepted) {
    CAPTURE(accepted.what);
    for_each_split(accepted.bytes, [&](RequestParser& parser) {
      REQUIRE(parser.state() == State::complete);
      CHECK(parser.keep_alive() == accepted.keep_alive);
      const searchd::Request request = parser.take();
      CHECK(request.method == accepted.method);
      CHECK(request.path == accepted.path);
      CHECK(request.query == accepted.query);
      CHECK(request.body == accepted.body);
      CHECK(parser.state() == State::idle);
    });
  }
}

TEST_CASE("request parser: bytes that cannot become a request are refused before their line ends") {
  RequestParser parser;
  CHECK(parser.feed("\x16") == State::refused);
  RequestParser other;
  CHECK(other.feed("GET /\x01") == State::refused);
}

TEST_CASE("request parser: the state says what is awaited") {
  RequestParser parser;
  CHECK(parser.state() == State::idle);
  CHECK(parser.feed("G") == State::head);
  CHECK(parser.feed("ET / HTTP/1.1\r\nHost: a\r\n") == State::head);
  CHECK(parser.feed("\r\n") == State::complete);
  RequestParser other;
  CHECK(other.feed(post_with("Content-Length: 2", "h")) == State::body);
  CHECK(other.feed("i") == State::complete);
}

TEST_CASE("request parser: headers keep their order, case and bytes, without the blanks around them") {
  RequestParser parser;
  parser.feed(with("X-One:  1 2\t\r\nx-one: %0d%0a"));
  const searchd::Request request = parser.take();
  REQUIRE(request.headers.size() == 3);
  CHECK(request.headers[1].name == "X-One");
  CHECK(request.headers[1].value == "1 2");
  CHECK(request.headers[2].value == "%0d%0a");
}

TEST_CASE("request parser: the host of an absolute target counts more than the Host header") {
  RequestParser parser;
  parser.feed("GET http://shop.example:81/ HTTP/1.1\r\nhost: other\r\n\r\n" + get("/"));
  CHECK(parser.take().header("Host") == "shop.example:81");
  CHECK(parser.take().header("Host") == "a");
}

TEST_CASE("request parser: pipelined requests come out in order, their bodies apart") {
  const std::string bytes =
      get("/1") + post_with("Content-Length: 5", "hello") + get("/3") + "\r\n" + get("/4") + "GET";
  for_each_split(bytes, [](RequestParser& parser) {
    CHECK(parser.take().path == "/1");
    REQUIRE(parser.state() == State::complete);
    CHECK(parser.take().body == "hello");
    CHECK(parser.take().path == "/3");
    CHECK(parser.take().path == "/4");
    CHECK(parser.state() == State::head);
    parser.feed(" /5 HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(parser.take().path == "/5");
  });
}

TEST_CASE("request parser: a bad request behind a good one does not spoil the good one") {
  RequestParser parser;
  CHECK(parser.feed(get("/1") + "nonsense\r\n\r\n") == State::complete);
  CHECK(parser.take().path == "/1");
  CHECK(parser.state() == State::refused);
  CHECK(parser.refusal() == 400);
}

TEST_CASE("request parser: a body is asked for once, and only while it is awaited") {
  const std::string head = post_with("Expect: 100-continue\r\nContent-Length: 2");
  RequestParser waiting;
  waiting.feed(head);
  CHECK(waiting.take_continue());
  CHECK_FALSE(waiting.take_continue());
  RequestParser there;
  there.feed(head + "hi");
  CHECK_FALSE(there.take_continue());
  RequestParser old;
  old.feed("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  CHECK_FALSE(old.take_continue());
}

namespace {

constexpr std::size_t kLarge = searchd::kMaxRequestBody + 10;

// Twice as much, but for uploads only.
std::size_t upload_limit(const searchd::Request& head) {
  return head.path == "/upload" ? 2 * searchd::kMaxRequestBody : searchd::kMaxRequestBody;
}

std::string upload(const std::string& path, std::size_t size) {
  return "POST " + path + " HTTP/1.1\r\n" + kHost + "Content-Length: " + std::to_string(size) + "\r\n\r\n";
}

}  // namespace

TEST_CASE("request parser: the head decides how much a body may have, and only where it has much") {
  int asked = 0;
  const auto limit = [&](const searchd::Request& head) {
    ++asked;
    CHECK(head.body.empty());
    CHECK(head.header("Host") == "a");
    return upload_limit(head);
  };
  RequestParser parser(limit);
  parser.feed(upload("/upload", 5) + "hello");
  CHECK(parser.take().body == "hello");
  CHECK(asked == 0);
  const std::string body = as(kLarge);
  parser.feed(upload("/upload", kLarge) + body.substr(0, 100'000));
  CHECK(parser.expected() == kLarge);
  CHECK(asked == 1);
  parser.feed(body.substr(100'000) + get("/next"));
  REQUIRE(parser.state() == State::complete);
  CHECK(parser.take().body == body);
  CHECK(parser.take().path == "/next");
  CHECK(asked == 1);
}

TEST_CASE("request parser: over its limit a body is refused, and the limit is known") {
  RequestParser upload_parser(upload_limit);
  CHECK(upload_parser.feed(upload("/upload", 2 * searchd::kMaxRequestBody + 1)) == State::refused);
  CHECK(upload_parser.refusal() == 413);
  CHECK(upload_parser.most() == 2 * searchd::kMaxRequestBody);
  RequestParser other(upload_limit);
  CHECK(other.feed(upload("/other", kLarge)) == State::refused);
  CHECK(other.refusal() == 413);
  CHECK(other.most() == searchd::kMaxRequestBody);
}

TEST_CASE("request parser: that a large body begins is said once, and only while it is awaited") {
  RequestParser parser(upload_limit);
  parser.feed(upload("/upload", kLarge));
  CHECK(parser.take_large());
  CHECK_FALSE(parser.take_large());
  parser.refuse(503);
  CHECK(parser.state() == State::refused);
  CHECK(parser.refusal() == 503);
  RequestParser small(upload_limit);
  small.feed(upload("/upload", searchd::kMaxRequestBody));
  CHECK_FALSE(small.take_large());
  RequestParser there(upload_limit);
  there.feed(upload("/upload", kLarge) + as(kLarge));
  CHECK_FALSE(there.take_large());
}
