#include "searchd/net/connection.h"

#include <doctest/doctest.h>

#include <string>

using namespace std::chrono_literals;
using searchd::Answer;
using searchd::Connection;
using searchd::Deadlines;
using searchd::TimePoint;
using Phase = Connection::Phase;

namespace {

const TimePoint kStart{1000s};
const Deadlines kDeadlines;
const std::string kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string kPostHead = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";

Answer answer_of(std::size_t bytes, bool keep_alive) {
  return {"head", searchd::make_body(std::string(bytes, 'b')), keep_alive};
}

std::string text(const std::array<iovec, 2>& parts) {
  std::string out;
  for (const iovec& part : parts) out.append(static_cast<const char*>(part.iov_base), part.iov_len);
  return out;
}

Connection asked(const std::string& bytes) {
  Connection connection(kDeadlines, kStart);
  connection.receive(bytes, kStart);
  return connection;
}

}  // namespace

TEST_CASE("connection: a new one has 5 seconds to say something, then is closed without a word") {
  Connection connection(kDeadlines, kStart);
  CHECK(connection.deadline() == kStart + 5s);
  connection.expire(kStart + 5s);
  CHECK(connection.phase() == Phase::closed);
}

TEST_CASE("connection: a byte now and then does not prolong the head's deadline") {
  Connection connection(kDeadlines, kStart);
  for (int i = 0; i < 10; ++i)
    connection.receive(kGet.substr(static_cast<std::size_t>(i), 1), kStart + 1s * i);
  CHECK(connection.deadline() == kStart + 5s);
  connection.expire(kStart + 5s);
  CHECK(connection.phase() == Phase::ready);
  CHECK(connection.refusal() == 408);
}

TEST_CASE("connection: the body has 10 seconds from the end of the head") {
  Connection connection(kDeadlines, kStart);
  connection.receive(kPostHead, kStart + 4s);
  connection.receive("hell", kStart + 13s);
  CHECK(connection.deadline() == kStart + 14s);
  connection.receive("o", kStart + 13s);
  CHECK(connection.phase() == Phase::ready);
  CHECK(connection.refusal() == 0);
  CHECK(connection.take().body == "hello");
  CHECK(connection.deadline() == TimePoint::max());
}

TEST_CASE("connection: after its answer it idles for 15 seconds") {
  Connection connection = asked(kGet);
  connection.take();
  connection.answer(answer_of(3, true), kStart + 1s);
  CHECK(text(connection.unsent()) == "headbbb");
  connection.sent(7, kStart + 2s);
  CHECK(connection.phase() == Phase::reading);
  CHECK(connection.deadline() == kStart + 17s);
}

TEST_CASE("connection: an answer leaves in whatever pieces the client takes") {
  Connection connection = asked(kGet);
  connection.take();
  connection.answer(answer_of(3, false), kStart);
  connection.sent(2, kStart);
  CHECK(text(connection.unsent()) == "adbbb");
  connection.sent(3, kStart);
  CHECK(text(connection.unsent()) == "bb");
  CHECK(connection.unsent_bytes() == 2);
  connection.sent(2, kStart);
  CHECK(connection.phase() == Phase::lingering);
  CHECK(connection.deadline() == kStart + 2s);
  CHECK(connection.unsent_bytes() == 0);
}

TEST_CASE("connection: an answer without a body ends with its head") {
  Connection connection = asked(kGet);
  connection.take();
  connection.answer({"head", nullptr, true}, kStart);
  connection.sent(4, kStart);
  CHECK(connection.phase() == Phase::reading);
}

TEST_CASE("connection: a bigger answer has longer, and reading a little does not prolong that") {
  Connection connection = asked(kGet);
  connection.take();
  connection.answer(answer_of(1'600'000, true), kStart);
  CHECK(connection.deadline() == kStart + 10s + 100s);
  connection.sent(1000, kStart + 50s);
  CHECK(connection.deadline() == kStart + 110s);
  connection.expire(kStart + 110s);
  CHECK(connection.phase() == Phase::closed);
}

TEST_CASE("connection: the next pipelined request is ready as soon as the answer is sent") {
  Connection connection = asked(kGet + kPostHead + "hello" + "junk\r\n");
  CHECK(connection.take().path == "/a");
  CHECK(connection.phase() == Phase::working);
  connection.answer(answer_of(0, true), kStart);
  connection.sent(4, kStart);
  REQUIRE(connection.phase() == Phase::ready);
  CHECK(connection.take().body == "hello");
  connection.answer(answer_of(0, true), kStart);
  connection.sent(4, kStart);
  REQUIRE(connection.phase() == Phase::ready);
  CHECK(connection.refusal() == 400);
}

TEST_CASE("connection: what comes after the last answer is thrown away") {
  Connection connection = asked("nonsense\n");
  CHECK(connection.refusal() == 400);
  connection.answer(answer_of(0, false), kStart);
  connection.sent(4, kStart);
  connection.receive(kGet, kStart);
  CHECK(connection.phase() == Phase::lingering);
  connection.expire(kStart + 2s);
  CHECK(connection.phase() == Phase::closed);
}

TEST_CASE("connection: a drain closes what idles and finishes what is begun") {
  SUBCASE("idle") {
    Connection connection = asked(kGet);
    connection.take();
    connection.answer(answer_of(0, true), kStart);
    connection.sent(4, kStart);
    connection.drain(kStart);
    CHECK(connection.phase() == Phase::closed);
  }
  SUBCASE("just connected: it has a second to ask") {
    Connection connection(kDeadlines, kStart);
    connection.drain(kStart);
    CHECK(connection.deadline() == kStart + 1s);
    connection.receive(kGet, kStart);
    CHECK(connection.phase() == Phase::ready);
    CHECK_FALSE(connection.keep_alive());
  }
  SUBCASE("in the middle of a request") {
    Connection connection = asked(kPostHead);
    connection.drain(kStart);
    connection.receive("hello", kStart);
    CHECK(connection.phase() == Phase::ready);
    CHECK_FALSE(connection.keep_alive());
  }
  SUBCASE("an answer that has promised to stay, with nothing behind it") {
    Connection connection = asked(kGet);
    connection.take();
    connection.drain(kStart);
    connection.answer(answer_of(0, true), kStart);
    connection.sent(4, kStart);
    CHECK(connection.phase() == Phase::closed);
  }
}

TEST_CASE("connection: 100 Continue is due only while the body is awaited") {
  const std::string head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
  Connection connection = asked(kGet + head);
  connection.take();
  CHECK_FALSE(connection.take_continue());  // the answer to the first request comes first
  connection.answer(answer_of(0, true), kStart);
  connection.sent(4, kStart);
  CHECK(connection.take_continue());
}

TEST_CASE("connection: a large body has longer, 32 bytes a millisecond, and no byte prolongs that") {
  const auto all = [](const searchd::Request&) { return std::size_t{5'000'000}; };
  const auto head = [](std::size_t size) {
    return "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
  };
  Connection large(kDeadlines, kStart, all);
  large.receive(head(3'200'000), kStart + 1s);
  CHECK(large.take_large());
  CHECK_FALSE(large.take_large());
  CHECK(large.deadline() == kStart + 1s + 10s + 100s);
  large.receive("more", kStart + 50s);
  CHECK(large.deadline() == kStart + 111s);
  CHECK(large.expire(kStart + 111s));
  CHECK(large.phase() == Phase::ready);
  CHECK(large.refusal() == 408);
  Connection small(kDeadlines, kStart, all);
  small.receive(head(searchd::kMaxRequestBody), kStart);
  CHECK_FALSE(small.take_large());
  CHECK(small.deadline() == kStart + 10s);
}

TEST_CASE("connection: what is being received can be refused") {
  Connection connection = asked(kPostHead + "hel");
  connection.refuse(503, kStart);
  CHECK(connection.phase() == Phase::ready);
  CHECK(connection.refusal() == 503);
  connection.receive("lo", kStart);
  CHECK(connection.phase() == Phase::ready);
  connection.answer(answer_of(0, false), kStart);
  connection.sent(4, kStart);
  CHECK(connection.phase() == Phase::lingering);
}
