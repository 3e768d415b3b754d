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

TEST_CASE("delivery: a part of what may be had in parts") {
  const auto asking_for = [](std::string range, std::string if_range = "") {
    Reply film = page("0123456789");
    film.freshness = Freshness::immutable;
    film.response.set("Accept-Ranges", "bytes");
    Request request = asking();
    request.headers.push_back({"Range", std::move(range)});
    if (!if_range.empty()) request.headers.push_back({"If-Range", std::move(if_range)});
    return deliver(std::move(film), request, "tag", Caching::normal);
  };
  const Response part = asking_for("bytes=2-4");
  CHECK(part.status == 206);
  CHECK(*part.body == "234");
  CHECK(part.header("Content-Range") == "bytes 2-4/10");
  CHECK(part.header("ETag") == "\"tag\"");
  CHECK(part.header("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(asking_for("bytes=2-4", "\"tag\"").status == 206);
  CHECK(*asking_for("bytes=2-4", "\"old\"").body == "0123456789");
  CHECK(asking_for("bytes=2-4", "W/\"tag\"").status == 200);
  const Response outside = asking_for("bytes=10-");
  CHECK(outside.status == 416);
  CHECK(outside.header("Content-Range") == "bytes */10");
  CHECK(outside.body->empty());
}

TEST_CASE("delivery: no parts of a page, of a compressed body, for HEAD, or of what the client has") {
  Request request = asking();
  request.headers.push_back({"Range", "bytes=0-1"});
  CHECK(deliver(page(), request, "tag", Caching::normal).status == 200);
  Reply film = page();
  film.response.set("Accept-Ranges", "bytes");
  Reply compressed = film;
  encode_body(compressed, Encoding::gzip);
  CHECK(deliver(compressed, request, "tag", Caching::normal).status == 200);
  request.method = "HEAD";
  CHECK(deliver(film, request, "tag", Caching::normal).status == 200);
  Request conditional = asking("\"tag\"");
  conditional.headers.push_back({"Range", "bytes=0-1"});
  CHECK(deliver(film, conditional, "tag", Caching::normal).status == 304);
}
