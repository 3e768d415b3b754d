#include <doctest/doctest.h>

#include "events/reader.h"
#include "tests/http/test_server.h"

using http_test::TestServer;

namespace {

events::QueryFilter everything() {
  events::QueryFilter filter;
  filter.min_occurrences = 1;
  return filter;
}

std::vector<events::QueryCount> queries(TestServer& server) {
  server.writer.flush();
  return events::Reader(server.folder / "events.sqlite").top_queries(everything());
}

}  // namespace

TEST_CASE("events: a search counts, from the cache too, by its folded words") {
  TestServer server;
  server.get("/en/search?q=Parcel");
  server.get("/en/search?q=Parcel");
  server.get("/api/v1/search?q=parcel");
  const auto counted = queries(server);
  REQUIRE(counted.size() == 1);
  CHECK(counted[0].query == "parcel");
  CHECK(counted[0].lang == "en");
  CHECK(counted[0].searches == 3);
  CHECK(counted[0].nothing == 0);
}

TEST_CASE("events: what no visitor meant as a search does not count") {
  TestServer server;
  server.get("/api/v1/suggest?q=parcel");
  server.get("/en/search?q=gadget&page=2");
  server.get("/en/search?q=parcel&category=orders");
  server.get("/api/v1/search?q=gadget&offset=10");
  server.get("/en/search?q=");
  server.get("/en/search?q=parcel", {{"Sec-Purpose", "prefetch"}});
  server.ask("HEAD", "/en/search?q=parcel");
  CHECK(queries(server).empty());
}

TEST_CASE("events: following a result is a click, opening the article otherwise is not") {
  TestServer server;
  server.get("/en/orders/track-my-order");
  server.get("/en/orders/track-my-order?r=2&q=Parcel");
  server.get("/en/orders/track-my-order?r=2&q=Parcel");
  server.get("/en/orders/track-my-order?r=nonsense&q=parcel");
  server.get("/en/orders/track-my-order?r=2");
  server.get("/en/missing?r=2&q=parcel");
  server.writer.flush();
  const auto clicks = events::Reader(server.folder / "events.sqlite").clicked_articles(everything());
  REQUIRE(clicks.size() == 1);
  CHECK(clicks[0].article_id == "orders/track-my-order");
  CHECK(clicks[0].query == "parcel");
  CHECK(clicks[0].clicks == 2);
  CHECK(clicks[0].mean_rank == 2);
}
