#include "searchd/net/http_bridge.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using searchd::Answer;
using searchd::HttpBridge;
using searchd::Request;
using searchd::Response;

namespace {

Response page(int status, const std::string& body) {
  Response out;
  out.status = status;
  out.set("Content-Type", "text/plain");
  out.body = searchd::make_body(body);
  return out;
}

Response refusal_page(int status) { return page(status, "refused"); }

HttpBridge bridge_to(const Response& response) {
  return {[response](const Request&) { return response; }, refusal_page};
}

Request get(const std::string& method = "GET") {
  Request out;
  out.method = method;
  out.path = "/en/";
  return out;
}

}  // namespace

TEST_CASE("http bridge: an answer is the handler's headers and what the connection needs, nothing else") {
  const Response response = page(200, "hello");
  const Answer stays = bridge_to(response).answer(get(), true);
  CHECK(stays.head ==
        "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\n");
  CHECK(stays.keep_alive);
  const Answer goes = bridge_to(response).answer(get(), false);
  CHECK(goes.head ==
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\n");
  CHECK_FALSE(goes.keep_alive);
}

TEST_CASE("http bridge: the body is shared, not copied") {
  const Response response = page(200, "hello");
  CHECK(bridge_to(response).answer(get(), true).body == response.body);
}

TEST_CASE("http bridge: HEAD has the length and no body") {
  const Answer answer = bridge_to(page(200, "hello")).answer(get("HEAD"), true);
  CHECK(answer.head.find("Content-Length: 5\r\n") != std::string::npos);
  CHECK(answer.head.find("Accept-Ranges") == std::string::npos);
  CHECK(answer.body == nullptr);
}

TEST_CASE("http bridge: 304 and 204 have neither a length nor a body") {
  for (const int status : {204, 304}) {
    const Answer answer = bridge_to(page(status, "hello")).answer(get(), true);
    CHECK(answer.head.find("Content-Length") == std::string::npos);
    CHECK(answer.body == nullptr);
  }
}

TEST_CASE("http bridge: an empty body has length 0, and an error keeps its status") {
  const Answer answer = bridge_to(page(404, "")).answer(get(), true);
  CHECK(answer.head.starts_with("HTTP/1.1 404 Not Found\r\n"));
  CHECK(answer.head.find("Content-Length: 0\r\n") != std::string::npos);
}

TEST_CASE("http bridge: the handler gets the request untouched") {
  Request seen;
  const HttpBridge bridge([&](const Request& request) { return seen = request, page(200, ""); },
                          refusal_page);
  Request request = get("BREW");
  request.headers = {{"X-Text", "%0d%0aForged: 1"}, {"REMOTE_ADDR", "1.2.3.4"}, {"Range", "bytes=0-0"}};
  request.body = "body";
  CHECK(bridge.answer(request, true).head.starts_with("HTTP/1.1 200 "));
  CHECK(seen.method == "BREW");
  CHECK(seen.headers.size() == 3);
  CHECK(seen.header("X-Text") == "%0d%0aForged: 1");
  CHECK(seen.body == "body");
}

TEST_CASE("http bridge: a header that would forge another one is left out") {
  Response response = page(200, "");
  response.set("Location", "/a\r\nSet-Cookie: b");
  CHECK(bridge_to(response).answer(get(), true).head.find("Set-Cookie") == std::string::npos);
}

TEST_CASE("http bridge: nothing of an exception goes out") {
  const HttpBridge standard([](const Request&) -> Response { throw std::runtime_error("secret"); },
                            refusal_page);
  const HttpBridge odd([](const Request&) -> Response { throw 42; }, refusal_page);
  for (const HttpBridge* bridge : {&standard, &odd}) {
    const Answer answer = bridge->answer(get(), true);
    CHECK(answer.head.starts_with("HTTP/1.1 500 Internal Server Error\r\n"));
    CHECK(answer.head.find("secret") == std::string::npos);
    CHECK(answer.head.find("EXCEPTION") == std::string::npos);
    CHECK(*answer.body == "refused");
  }
}

TEST_CASE("http bridge: a refusal says when to come back, if it makes sense") {
  const HttpBridge bridge = bridge_to(page(200, ""));
  CHECK(bridge.refuse(503, true).head.find("Retry-After: 1\r\n") != std::string::npos);
  CHECK(bridge.refuse(400, false).head.find("Retry-After") == std::string::npos);
  CHECK(bridge.refuse(400, false).head.starts_with("HTTP/1.1 400 Bad Request\r\n"));
  CHECK(*bridge.refuse(431, false).body == "refused");
}
