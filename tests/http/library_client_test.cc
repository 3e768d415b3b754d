// Our answers as a program reads them that others wrote: cpp-httplib's client, over connections that it
// keeps. It decodes percent signs in headers, so what tests say about headers they say of the bytes; see
// client.h.
#include <doctest/doctest.h>
#include <httplib.h>

#include "tests/http/test_server.h"

using http_test::TestServer;

namespace {

// The library is compiled already. Without the flags of its own pkg-config file we would see other types than
// it does.
#if !defined(CPPHTTPLIB_OPENSSL_SUPPORT) || !defined(CPPHTTPLIB_ZLIB_SUPPORT) || \
    !defined(CPPHTTPLIB_BROTLI_SUPPORT)
#error "compile this file with the cflags of cpp-httplib's pkg-config file"
#endif

httplib::Client client_of(const TestServer& server) {
  httplib::Client client("127.0.0.1", server.port());
  client.set_keep_alive(true);
  client.set_url_encode(false);
  client.set_read_timeout(10);
  return client;
}

}  // namespace

TEST_CASE("library client: it reads one answer after the other on one connection") {
  const TestServer server;
  httplib::Client client = client_of(server);
  for (int round = 0; round < 3; ++round) {
    for (const std::string target : {"/en/", "/en/orders/track-my-order", "/en/search?q=parcel", "/en/none",
                                     "/", "/en/orders/fax-us", "/assets/robin.0a1b.svg", "/sitemap.xml",
                                     "/api/v1/search?q=parcel", "/api/v1/nothing", "/healthz"}) {
      CAPTURE(target);
      const http_test::Answer bytes = server.get(target);
      const auto read = client.Get(target);
      REQUIRE(read);
      CHECK(read->status == bytes.status);
      CHECK(read->body == bytes.body);
      const auto head = client.Head(target);
      REQUIRE(head);
      CHECK(head->status == bytes.status);
      CHECK(head->get_header_value("Content-Length") == bytes.header("Content-Length"));
      CHECK(head->body.empty());
    }
  }
}

TEST_CASE("library client: what we compress it unpacks, and what it has already it is not sent again") {
  const TestServer server;
  httplib::Client client = client_of(server);
  const http_test::Answer plain = server.get("/en/");
  for (const std::string encoding : {"gzip", "br"}) {
    CAPTURE(encoding);
    const auto packed = client.Get("/en/", httplib::Headers{{"Accept-Encoding", encoding}});
    REQUIRE(packed);
    CHECK(packed->get_header_value("Content-Encoding") == encoding);
    CHECK(packed->body == plain.body);
    // Not on a kept connection: after 304 the library waits for a body, which RFC 9110 (15.4.5) rules out.
    httplib::Client once("127.0.0.1", server.port());
    const auto same = once.Get("/en/", httplib::Headers{{"Accept-Encoding", encoding},
                                                        {"If-None-Match", packed->get_header_value("ETag")}});
    REQUIRE(same);
    CHECK(same->status == 304);
    CHECK(same->body.empty());
  }
}

TEST_CASE("library client: a form that is refused leaves the connection fit for the next request") {
  const TestServer server;
  httplib::Client client = client_of(server);
  const auto refused = client.Post("/en/feedback", httplib::Params{{"id", "orders"}, {"token", ""}});
  REQUIRE(refused);
  CHECK(refused->status == 403);
  const auto next = client.Get("/healthz");
  REQUIRE(next);
  CHECK(next->body == "ok\n");
}
