#include "searchd/net/http_server.h"

#include <doctest/doctest.h>

#include <future>

#include "kb/model/error.h"
#include "tests/http/client.h"

using namespace searchd;

namespace {

Response echo(const Request& request) {
  Response response;
  response.set("Content-Type", "text/plain");
  response.body = make_body(request.method + " " + request.path + "?" + request.query + " " +
                            std::string(request.header("x-test")) + " " + request.body);
  return response;
}

}  // namespace

TEST_CASE("http server: every method reaches the handler, with path and query as received") {
  HttpServer server({"127.0.0.1", 0});
  server.start(echo);
  for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
    const auto answer = http_test::request(server.port(), method, "/a%2Fb%0A?q=a=b%20c", {{"X-Test", "yes"}});
    CHECK(answer.body == method + " /a%2Fb%0A?q=a=b%20c yes ");
  }
  CHECK(http_test::request(server.port(), "POST", "/", {}, "body").body == "POST /?  body");
  http_test::Connection connection(server.port());
  connection.send(http_test::request_text("GET", "http://other.example/x?y"));
  CHECK(connection.receive().body == "GET /x?y  ");
}

TEST_CASE("http server: the handler knows who asks") {
  HttpServer server({"127.0.0.1", 0});
  server.start([](const Request& request) {
    Response response;
    response.body = make_body(request.client);
    return response;
  });
  CHECK(http_test::get(server.port(), "/").body == "127.0.0.1");
}

TEST_CASE("http server: stop waits for the answer that is being made") {
  HttpServer server({"127.0.0.1", 0});
  std::promise<void> asked;
  std::promise<void> release;
  auto released = release.get_future().share();
  server.start([&, released](const Request& request) {
    asked.set_value();
    released.wait();
    return echo(request);
  });
  auto answer = std::async(std::launch::async, [&] { return http_test::get(server.port(), "/slow"); });
  asked.get_future().wait();
  auto stopped = std::async(std::launch::async, [&] { server.stop(); });
  release.set_value();
  CHECK(answer.get().body == "GET /slow?  ");
  stopped.wait();
}

TEST_CASE("http server: a handler that throws ends in 500 without a word of why") {
  HttpServer server({"127.0.0.1", 0});
  server.start([](const Request&) -> Response { throw std::runtime_error("secret"); });
  const auto answer = http_test::get(server.port(), "/");
  CHECK(answer.status == 500);
  CHECK_FALSE(answer.has("secret"));
  for (const auto& [name, value] : answer.headers) CHECK(value.find("secret") == std::string::npos);
}

TEST_CASE("http server: addresses") {
  CHECK(parse_address("127.0.0.1:8080").port == 8080);
  CHECK(parse_address("[::1]:0").host == "::1");
  CHECK(parse_address("localhost:65535").host == "localhost");
  for (const std::string text :
       {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_address(text), kb::Error);
  }
}

TEST_CASE("http server: a port that is taken is refused") {
  const HttpServer first({"127.0.0.1", 0});
  CHECK_THROWS_AS(HttpServer({"127.0.0.1", first.port()}), kb::Error);
}
