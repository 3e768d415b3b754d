#include "searchd/visit/delivery.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

Reply page(std::string body = std::string(2000, 'x')) {
  Reply reply;
  reply.response.set("Content-Type", "text/html");
  reply.response.body = make_body(std::move(body));
  return reply;
}

Request asking(std::string if_none_match = "") {
  Request request;
  request.method = "GET";
  if (!if_none_match.empty()) request.headers.push_back({"if-none-match", std::move(if_none_match)});
  return request;
}

}  // namespace

TEST_CASE("delivery: freshness decides what caches may do") {
  const auto cache_control = [](Freshness freshness, Caching caching) {
    Reply reply = page();
    reply.freshness = freshness;
    return std::string(deliver(std::move(reply), asking(), "tag", caching).header("Cache-Control"));
  };
  CHECK(cache_control(Freshness::edition, Caching::normal) == "public, max-age=60, must-revalidate");
  CHECK(cache_control(Freshness::immutable, Caching::normal) == "public, max-age=31536000, immutable");
  CHECK(cache_control(Freshness::never, Caching::normal) == "no-store");
  CHECK(cache_control(Freshness::edition, Caching::preview) == "no-cache");
  CHECK(cache_control(Freshness::never, Caching::preview) == "no-store");
}

TEST_CASE("delivery: a tag of its own stands before the edition's, errors have none") {
  Reply own = page();
  own.tag = "own";
  CHECK(deliver(own, asking(), "tag", Caching::normal).header("ETag") == "\"own\"");
  CHECK(deliver(page(), asking(), "tag", Caching::normal).header("ETag") == "\"tag\"");
  Reply error = page();
  error.response.status = 404;
  error.freshness = Freshness::never;
  CHECK(deliver(error, asking("*"), "tag", Caching::normal).status == 404);
}

TEST_CASE("delivery: 304 keeps what a cache needs and drops the body") {
  const Response response = deliver(page(), asking("\"tag\""), "tag", Caching::normal);
  CHECK(response.status == 304);
  CHECK(response.body->empty());
  CHECK(response.header("Content-Type") == "");
  CHECK(response.header("ETag") == "\"tag\"");
  CHECK(response.header("Vary") == "Accept-Encoding");
}

TEST_CASE("delivery: search engines are asked not to list what is unlisted, also in a 304") {
  CHECK(deliver(page(), asking(), "tag", Caching::normal).header("X-Robots-Tag") == "");
  Reply unlisted = page();
  unlisted.noindex = true;
  CHECK(deliver(unlisted, asking(), "tag", Caching::normal).header("X-Robots-Tag") == "noindex");
  const Response unchanged = deliver(unlisted, asking("\"tag\""), "tag", Caching::normal);
  CHECK(unchanged.status == 304);
  CHECK(unchanged.header("X-Robots-Tag") == "noindex");
}

TEST_CASE("delivery: only what gains is compressed") {
  Reply reply = page();
  encode_body(reply, Encoding::gzip);
  CHECK(reply.response.header("Content-Encoding") == "gzip");
  CHECK(reply.response.body->size() < 100);
  CHECK(deliver(reply, asking(), "tag", Caching::normal).header("ETag") == "\"tag-gzip\"");
  Reply tiny = page("tiny");
  encode_body(tiny, Encoding::gzip);
  CHECK(tiny.response.header("Content-Encoding") == "");
  Reply image = page();
  image.response.set("Content-Type", "image/png");
  encode_body(image, Encoding::gzip);
  CHECK(image.response.header("Content-Encoding") == "");
}
