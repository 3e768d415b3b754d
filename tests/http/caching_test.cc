#include <doctest/doctest.h>

#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::TestServer;

TEST_CASE("caching: a page has a validator, and a client that has it gets 304") {
  const TestServer server;
  for (const std::string target :
       {"/en/", "/en/orders/", "/en/orders/track-my-order", "/en/orders/track-my-order.md",
        "/en/search?q=parcel", "/api/v1/search?q=parcel", "/openapi.json", "/assets/robin.0a1b.svg"}) {
    CAPTURE(target);
    const Answer first = server.get(target);
    const std::string etag = first.header("ETag");
    CHECK(first.status == 200);
    CHECK(etag.size() > 10);
    CHECK(first.header("Cache-Control").starts_with("public, max-age="));
    const Answer again = server.get(target, {{"If-None-Match", "\"other\", W/" + etag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.header("ETag") == etag);
    CHECK(again.header("Cache-Control") == first.header("Cache-Control"));
    CHECK(server.get(target, {{"If-None-Match", "\"other\""}}).status == 200);
  }
}

TEST_CASE("caching: HEAD has the headers of GET and no body") {
  const TestServer server;
  for (const std::string target :
       {"/en/", "/en/orders/track-my-order", "/api/v1/search?q=parcel", "/en/missing"}) {
    CAPTURE(target);
    const Answer get = server.get(target);
    http_test::Connection connection(server.port());
    connection.send(http_test::request_text("HEAD", target));
    const Answer head = connection.receive("HEAD");
    CHECK(head.status == get.status);
    CHECK(head.header("ETag") == get.header("ETag"));
    CHECK(head.header("Content-Length") == get.header("Content-Length"));
    // Nothing of a body is left on the connection: the next answer is whole.
    connection.send(http_test::request_text("GET", target));
    CHECK(connection.receive().body == get.body);
  }
}

TEST_CASE("caching: each encoding has its own validator and is chosen by weight") {
  const TestServer server;
  const std::vector<std::pair<std::string, std::string>> cases{{"", ""},
                                                               {"gzip", "gzip"},
                                                               {"br", "br"},
                                                               {"gzip, deflate, br", "br"},
                                                               {"br;q=0.5, gzip", "gzip"},
                                                               {"br;q=0", ""},
                                                               {"*", "br"},
                                                               {"identity", ""},
                                                               {"gzip;q=nonsense", ""}};
  std::vector<std::string> etags;
  for (const auto& [accept, encoding] : cases) {
    CAPTURE(accept);
    const Answer answer = server.get("/en/", {{"Accept-Encoding", accept}});
    CHECK(answer.header("Content-Encoding") == encoding);
    CHECK(answer.header("Vary") == "Accept-Encoding");
    CHECK(
        server.get("/en/", {{"Accept-Encoding", accept}, {"If-None-Match", answer.header("ETag")}}).status ==
        304);
    etags.push_back(answer.header("ETag"));
  }
  CHECK(etags[0] != etags[1]);
  CHECK(etags[1] != etags[2]);
  CHECK(etags[0] == etags[7]);
}

TEST_CASE("caching: parameters that make no difference make no other page") {
  TestServer server;
  const Answer plain = server.get("/en/orders/track-my-order");
  const Answer tracked = server.get("/en/orders/track-my-order?r=2&utm_source=mail&from=contact");
  CHECK(plain.body == tracked.body);
  CHECK(plain.header("ETag") == tracked.header("ETag"));
  const std::string metrics = http_test::get(server.admin.port(), "/metrics").body;
  CHECK(metrics.find("firstline_page_cache_hits_total 1\n") != std::string::npos);
}

TEST_CASE("caching: the theme's files never change under their name") {
  const TestServer server;
  const std::string page = server.get("/en/").body;
  const auto begin = page.find("/help/assets/site.");
  REQUIRE(begin != std::string::npos);
  const std::string url = page.substr(begin, page.find('"', begin) - begin);
  const Answer css = server.get(url, {{"Accept-Encoding", "br"}});
  CHECK(css.status == 200);
  CHECK(css.header("Content-Type") == "text/css; charset=utf-8");
  CHECK(css.header("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(css.header("Content-Encoding") == "br");
  CHECK(server.get(url, {{"If-None-Match", server.get(url).header("ETag")}}).status == 304);
}

TEST_CASE("caching: the content's files are served without rights") {
  const TestServer server;
  const Answer image = server.get("/assets/robin.0a1b.svg");
  CHECK(image.header("Content-Type") == "image/svg+xml");
  CHECK(image.header("Content-Security-Policy").ends_with("sandbox"));
  CHECK(image.header("Content-Disposition") == "");
  const Answer download = server.get("/assets/prices.0a1b.csv");
  CHECK(download.header("Content-Disposition") == "attachment");
  CHECK(download.header("X-Content-Type-Options") == "nosniff");
}

TEST_CASE("caching: films come in parts, with captions and transcripts that browsers read") {
  const TestServer server;
  const std::string film = "/assets/film.0a1b.mp4";
  const Answer whole = server.get(film);
  CHECK(whole.status == 200);
  CHECK(whole.header("Content-Type") == "video/mp4");
  CHECK(whole.header("Accept-Ranges") == "bytes");
  for (int i = 0; i < 2; ++i) {  // the second time out of the page cache
    const Answer part = server.get(film, {{"Range", "bytes=2-4"}, {"Accept-Encoding", "gzip, br"}});
    CHECK(part.status_line == "HTTP/1.1 206 Partial Content");
    CHECK(part.header("Content-Range") == "bytes 2-4/10");
    CHECK(part.header("Content-Length") == "3");
    CHECK(part.body == "234");
  }
  CHECK(server.get(film, {{"Range", "bytes=0-1"}, {"If-Range", whole.header("ETag")}}).body == "01");
  CHECK(server.get(film, {{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).body == "0123456789");
  CHECK(server.get(film, {{"Range", "bytes=0-1,3-4"}}).status == 200);
  const Answer outside = server.get(film, {{"Range", "bytes=10-"}});
  CHECK(outside.status_line == "HTTP/1.1 416 Range Not Satisfiable");
  CHECK(outside.header("Content-Range") == "bytes */10");
  CHECK(server.get("/assets/robin.0a1b.svg", {{"Range", "bytes=0-1"}}).status == 200);

  CHECK(server.get("/assets/film.0a1b.vtt").header("Content-Type") == "text/vtt; charset=utf-8");
  const Answer transcript = server.get("/assets/film.0a1b.txt");
  CHECK(transcript.header("Content-Type") == "text/plain; charset=utf-8");
  CHECK(transcript.header("Content-Disposition") == "");
  CHECK(transcript.header("Content-Security-Policy").ends_with("sandbox"));
}

TEST_CASE("caching: every answer carries the security headers") {
  const TestServer server;
  for (const std::string target :
       {"/", "/en/", "/en/missing", "/api/v1/search?q=a", "/healthz", "/assets/robin.0a1b.svg", "/en/%ZZ"}) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK(answer.header("Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Referrer-Policy") == "same-origin");
    CHECK(answer.header("Permissions-Policy") != "");
    CHECK(answer.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(answer.header("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(answer.header("Date").ends_with(" GMT"));
  }
}
