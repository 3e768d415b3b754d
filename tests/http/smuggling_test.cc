// Raw requests over a real socket: each has its status, and the connection is over exactly when it must be.
// What follows a refused request must never be answered, since that is what smuggling is.
#include <doctest/doctest.h>

#include <string>

#include "tests/http/test_server.h"
#include "tests/unit/searchd/raw_requests.h"

using http_test::Answer;
using http_test::Connection;
using http_test::TestServer;

namespace {

const std::string kNext = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

Answer ask(Connection& connection, const std::string& bytes) {
  connection.send(bytes);
  connection.send(kNext);
  return connection.receive();
}

}  // namespace

TEST_CASE("smuggling: a malformed request gets its status, and nothing behind it is ever answered") {
  const TestServer server;
  CHECK(searchd::raw::kRefused.size() >= 80);
  for (const auto& refused : searchd::raw::kRefused) {
    CAPTURE(refused.what);
    Connection connection(server.port());
    const Answer answer = ask(connection, refused.bytes);
    CHECK(answer.status == refused.status);
    CHECK(answer.header("Connection") == "close");
    CHECK(answer.header("Content-Security-Policy") != "");
    CHECK(connection.receive().status == 0);
  }
}

TEST_CASE("smuggling: a request that is right leaves the connection as it asked, and the next is its own") {
  const TestServer server;
  for (const auto& accepted : searchd::raw::kAccepted) {
    CAPTURE(accepted.what);
    Connection connection(server.port());
    const Answer first = ask(connection, accepted.bytes);
    CHECK(first.status > 0);
    const Answer second = connection.receive();
    CHECK(second.status == (accepted.keep_alive ? 200 : 0));
    CHECK(second.body == (accepted.keep_alive ? "ok\n" : ""));
  }
}

TEST_CASE("smuggling: pipelined requests are answered in order, up to the one that is wrong") {
  const TestServer server;
  Connection connection(server.port());
  connection.send(kNext + "HEAD /en/ HTTP/1.1\r\nHost: a\r\n\r\n" +
                  "POST /en/ HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(kNext.size()) +
                  "\r\n\r\n" + kNext + kNext + "GET /healthz HTTP/1.1\nHost: a\r\n\r\n" + kNext);
  CHECK(connection.receive().status == 200);
  CHECK(connection.receive("HEAD").status == 200);
  CHECK(connection.receive().status == 405);
  CHECK(connection.receive().status == 200);
  CHECK(connection.receive().status == 400);
  CHECK(connection.receive().status == 0);
}
