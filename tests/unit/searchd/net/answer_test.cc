#include "searchd/net/answer.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace searchd;

namespace {

Response page(int status, const std::string& body) {
  Response out;
  out.status = status;
  out.set("Content-Type", "text/plain");
  out.body = make_body(body);
  return out;
}

Handler always(const Response& response) {
  return [response](const Request&) { return response; };
}

Request request(const std::string& method = "GET") {
  Request out;
  out.method = method;
  out.path = "/en/";
  return out;
}

bool says(const Answer& answer, std::string_view text) { return answer.head.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("answer: a head is the handler's headers and what the connection needs, nothing else") {
  const Response response = page(200, "hello");
  CHECK(response_head(response, true, "D") ==
        "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n"
        "Connection: keep-alive\r\n\r\n");
  CHECK(response_head(response, false, "D").ends_with("\r\nConnection: close\r\n\r\n"));
  CHECK(answer(always(response), request(), true).keep_alive);
  CHECK_FALSE(answer(always(response), request(), false).keep_alive);
}

TEST_CASE("answer: the date is the one of RFC 9110") {
  const std::string head = answer(always(page(200, "")), request(), true).head;
  const auto date = head.substr(head.find("Date: ") + 6, 31);
  CHECK(date.substr(3, 2) == ", ");
  CHECK(date.substr(25) == " GMT\r\n");
}

TEST_CASE("answer: the body is shared, not copied") {
  const Response response = page(200, "hello");
  CHECK(answer(always(response), request(), true).body == response.body);
}

TEST_CASE("answer: HEAD has the length and no body") {
  const Answer to_head = answer(always(page(200, "hello")), request("HEAD"), true);
  CHECK(says(to_head, "Content-Length: 5\r\n"));
  CHECK(to_head.body == nullptr);
}

TEST_CASE("answer: 304 and 204 have neither a length nor a body") {
  for (const int status : {204, 304}) {
    for (const char* method : {"GET", "HEAD"}) {
      const Answer empty = answer(always(page(status, "hello")), request(method), true);
      CHECK_FALSE(says(empty, "Content-Length"));
      CHECK(empty.body == nullptr);
    }
  }
}

TEST_CASE("answer: an empty body has length 0, and an error keeps its status") {
  const Answer missing = answer(always(page(404, "")), request(), true);
  CHECK(missing.head.starts_with("HTTP/1.1 404 Not Found\r\n"));
  CHECK(says(missing, "Content-Length: 0\r\n"));
}

TEST_CASE("answer: a status without a name of its own keeps the blank after its number") {
  CHECK(answer(always(page(299, "")), request(), true).head.starts_with("HTTP/1.1 299 \r\n"));
}

TEST_CASE("answer: the handler gets the request untouched") {
  Request seen;
  Request asked = request("BREW");
  asked.headers = {{"X-Text", "%0d%0aForged: 1"}, {"REMOTE_ADDR", "1.2.3.4"}, {"Range", "bytes=0-0"}};
  asked.body = "body";
  const Handler keep = [&](const Request& given) { return seen = given, page(200, ""); };
  CHECK(answer(keep, asked, true).head.starts_with("HTTP/1.1 200 "));
  CHECK(seen.method == "BREW");
  CHECK(seen.headers.size() == 3);
  CHECK(seen.header("X-Text") == "%0d%0aForged: 1");
  CHECK(seen.body == "body");
}

TEST_CASE("answer: a header that would end its line or forge another is left out") {
  using namespace std::string_literals;
  const std::string without = response_head(page(200, ""), true, "D");
  for (const Header& header :
       {Header{"Location", "/a\r\nSet-Cookie: b"}, Header{"Location", "/a\nb"}, Header{"Location", "/a\rb"},
        Header{"Location", "/a\0b"s}, Header{"Location", "/a\x7f"}, Header{"Location", "\x1b[2J"},
        Header{"Bad\r\nSet-Cookie", "b"}, Header{"Bad name", "b"}, Header{"Bad:", "b"}, Header{"", "b"}}) {
    CAPTURE(header.value);
    Response response = page(200, "");
    response.headers.push_back(header);
    CHECK(response_head(response, true, "D") == without);
  }
  Response fine = page(200, "");
  fine.set("X-Fine", "a\tb caf\xc3\xa9");
  CHECK(response_head(fine, true, "D").find("\r\nX-Fine: a\tb caf\xc3\xa9\r\n") != std::string::npos);
}

TEST_CASE("answer: nothing of an exception goes out") {
  const Handler standard = [](const Request&) -> Response { throw std::runtime_error("secret"); };
  const Handler odd = [](const Request&) -> Response { throw 42; };
  for (const Handler& handler : {standard, odd}) {
    const Answer sorry = answer(handler, request(), true);
    CHECK(sorry.head.starts_with("HTTP/1.1 500 Internal Server Error\r\n"));
    CHECK_FALSE(says(sorry, "secret"));
    CHECK(*sorry.body == "Something went wrong on our side. Please try again in a moment.\n");
  }
}

TEST_CASE("answer: a refusal says when to come back, if that makes sense") {
  CHECK(says(refusal(503, true), "Retry-After: 1\r\n"));
  CHECK(*refusal(503, true).body == "Too many visitors at once. Please try again in a moment.\n");
  CHECK_FALSE(says(refusal(400, false), "Retry-After"));
  CHECK(refusal(400, false).head.starts_with("HTTP/1.1 400 Bad Request\r\n"));
  CHECK(*refusal(431, false).body == "This request could not be read.\n");
}

TEST_CASE("answer: what is too long is told how much could be sent") {
  CHECK(*refusal(413, false).body == "This is too long to be sent here: 256 KiB are the most.\n");
  constexpr std::size_t kWithFile = 5 * 1024 * 1024 + searchd::kMaxRequestBody;
  CHECK(*refusal(413, false, kWithFile).body == "This is too long to be sent here: 5 MiB are the most.\n");
}
