#include <doctest/doctest.h>

#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::Connection;
using http_test::TestServer;

TEST_CASE("errors: each has its status and a page that helps") {
  const TestServer server;
  struct Case {
    std::string method;
    std::string target;
    int status;
    std::string fragment;
  };
  const std::vector<Case> cases{
      {"GET", "/en/orders/tracking-my-parcel", 404, "Track my order"},
      {"GET", "/en/orders/fax-us", 410, "retired"},
      {"GET", "/xx/orders/track-my-order", 404, "name=\"q\""},
      {"GET", "/favicon.png", 404, "name=\"q\""},
      {"GET", "/en/%ZZ", 400, "address"},
      {"GET", "/en/%C3%28", 400, "address"},
      {"GET", "/en/a%00b", 400, "address"},
      {"GET", "/en/search?q=%", 400, "address"},
      {"GET", "/en/search?q=%FF", 400, "address"},
      {"GET", "/en/../../etc/passwd", 404, "name=\"q\""},
      {"GET", "/assets/../manifest.json", 404, "name=\"q\""},
      {"GET", "/assets/missing.png", 404, "name=\"q\""},
      {"POST", "/en/", 405, "only be read"},
      {"PUT", "/en/orders/track-my-order", 405, "only be read"},
      {"DELETE", "/en/search", 405, "only be read"},
      {"OPTIONS", "/en/", 405, "only be read"},
      {"PATCH", "/readyz", 405, "only be read"},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.method);
    CAPTURE(expected.target);
    const Answer answer = server.ask(expected.method, expected.target);
    CHECK(answer.status == expected.status);
    CHECK(answer.has(expected.fragment));
    CHECK(answer.header("Cache-Control") == "no-store");
    CHECK(answer.header("ETag") == "");
    const bool is_search = expected.target == "/en/search";
    if (expected.status == 405)
      CHECK(answer.header("Allow") == (is_search ? "GET, HEAD, POST" : "GET, HEAD"));
  }
}

TEST_CASE("errors: of the API are problems in JSON") {
  const TestServer server;
  struct Case {
    std::string method;
    std::string target;
    int status;
    std::string fragment;
  };
  const std::vector<Case> cases{
      {"GET", "/api/v1/search?q=a&lang=xx", 400, "en, de"},
      {"GET", "/api/v1/search?q=%ff", 400, "malformed"},
      {"GET", "/api/v1/suggest?q=a&lang=", 400, "en, de"},
      {"GET", "/api/v1/articles/orders/none", 404, "no article"},
      {"GET", "/api/v1/nothing", 404, "openapi.json"},
      {"POST", "/api/v1/search", 405, "GET or HEAD"},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.target);
    const Answer answer = server.ask(expected.method, expected.target);
    CHECK(answer.status == expected.status);
    CHECK(answer.header("Content-Type") == "application/problem+json");
    CHECK(answer.has("\"status\":" + std::to_string(expected.status)));
    CHECK(answer.has(expected.fragment));
  }
}

TEST_CASE("errors: an article missing in this language is offered in another") {
  const TestServer server;
  const Answer answer = server.get("/en/orders/nur-deutsch");
  CHECK(answer.status == 404);
  CHECK(answer.has("href=\"/help/de/orders/nur-deutsch\""));
}

TEST_CASE("errors: without an index every page says so and the probes know") {
  const TestServer server(std::nullopt);
  CHECK(server.get("/healthz").status == 200);
  CHECK(server.get("/readyz").status == 503);
  for (const std::string target : {"/", "/en/", "/en/search?q=a", "/anything"}) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK(answer.status == 503);
    CHECK(answer.header("Retry-After") == "5");
    CHECK(answer.header("Content-Type") == "text/html; charset=utf-8");
  }
  CHECK(server.get("/api/v1/search?q=a").header("Content-Type") == "application/problem+json");
}

TEST_CASE("errors: the index vanishing under us ends in 503, never in a library's words") {
  const TestServer server;
  std::filesystem::remove_all(server.index);
  for (const std::string target : {"/en/orders/track-my-order", "/en/search?q=parcel",
                                   "/api/v1/search?q=parcel", "/assets/robin.0a1b.svg"}) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK((answer.status == 200 || answer.status == 503));  // open files go on working
    CHECK(answer.header("EXCEPTION_WHAT") == "");
    CHECK_FALSE(answer.has("Xapian"));
    CHECK_FALSE(answer.has(server.index.string()));
  }
}

TEST_CASE("errors: what is not HTTP is refused with our headers") {
  const TestServer server;
  for (const std::string bytes :
       {"NONSENSE\r\n\r\n", "GET\r\n\r\n", "GET /en/ HTTP/1.1\r\n\r\n",
        "GET /en/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST /en/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"}) {
    CAPTURE(bytes);
    Connection connection(server.port());
    connection.send(bytes);
    const Answer answer = connection.receive();
    CHECK(answer.status == 400);
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
  }
}

TEST_CASE("errors: a method nobody knows is not allowed") {
  const TestServer server;
  Connection connection(server.port());
  connection.send("BREW /en/ HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(connection.receive().status == 405);
}

TEST_CASE("errors: a body over the limit is refused") {
  const TestServer server;
  const Answer page = server.ask("POST", "/en/contact", {}, std::string(70'000, 'x'));
  CHECK(page.status == 413);
  CHECK(page.has("shorten the text"));
  const Answer problem = server.ask("POST", "/api/v1/feedback", {}, std::string(70'000, 'x'));
  CHECK(problem.status == 413);
  CHECK(problem.has("64 KiB"));
  const Answer refused = server.ask("POST", "/en/search", {}, std::string(262'145, 'x'));
  CHECK(refused.status == 413);
  CHECK(refused.has("too long"));
}

TEST_CASE("errors: a range or a doubtful header changes nothing") {
  const TestServer server;
  const Answer whole = server.get("/en/");
  const Answer part = server.get("/en/", {{"Range", "bytes=0-10"}});
  CHECK(part.status == 200);
  CHECK(part.body == whole.body);
  Connection connection(server.port());
  connection.send("GET /en/ HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  CHECK(connection.receive().body == whole.body);
}
