#include <doctest/doctest.h>

#include <set>

#include "tests/http/json_schema.h"
#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::TestServer;
using nlohmann::json;

namespace {

const json& schema_for(const json& description, const std::string& path, const Answer& answer) {
  const json& response = description["paths"][path]["get"]["responses"].at(std::to_string(answer.status));
  return response["content"].at(answer.header("Content-Type"))["schema"];
}

}  // namespace

TEST_CASE("openapi: real answers are as described") {
  const TestServer server;
  const json description = json::parse(server.get("/openapi.json").body);
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
      {"/api/v1/search",
       {"?q=track+my+order", "?q=pasword+reset", "?q=gadget&limit=3&offset=2", "?q=zzzqqq", "?q=", "",
        "?q=parcel&category=orders", "?q=parcel&product=x&type=faq", "?q=parcel&exact=1", "?q=Paket&lang=de",
        "?q=reset+your+password&lang=de", "?q=a&lang=xx"}},
      {"/api/v1/suggest", {"?q=trac", "?q=ga&limit=2", "?q=", "?q=Best&lang=de", "?lang=xx"}},
      {"/api/v1/opensearch", {"?q=trac", "?q=", "?q=Best&lang=de", "?lang=xx"}},
      {"/api/v1/articles/{id}",
       {"orders/track-my-order", "account/caf%C3%A9", "orders/track-my-order?lang=de", "no/such",
        "orders?lang=xx"}},
  };
  for (const auto& [path, endings] : cases) {
    for (const std::string& ending : endings) {
      const std::string prefix = path.ends_with("{id}") ? path.substr(0, path.size() - 4) : path;
      CAPTURE(prefix + ending);
      const Answer answer = server.get(prefix + ending);
      CHECK(http_test::mismatch(description, schema_for(description, path, answer),
                                json::parse(answer.body)) == "");
    }
  }
}

TEST_CASE("openapi: names where this site's API is") {
  const TestServer server;
  CHECK(json::parse(server.get("/openapi.json").body)["servers"][0]["url"] == "https://shop.example/help");
}

TEST_CASE("api search: finds, says how it understood, and links below the base path") {
  const TestServer server;
  const json found = json::parse(server.get("/api/v1/search?q=pasword+reset").body);
  CHECK(found["query"] == "pasword reset");
  CHECK(found["lang"] == "en");
  CHECK(found["generation"] == "gen-000001");
  CHECK(found["interpretation"]["corrected"] == json::parse(R"([{"from":"pasword","to":"password"}])"));
  REQUIRE(found["hits"].size() >= 1);
  CHECK(found["hits"][0]["id"] == "account/reset-password");
  CHECK(found["hits"][0]["url"].get<std::string>().starts_with("/help/en/account/reset-password"));
  CHECK(found["hits"][0]["updated"].is_null());
}

TEST_CASE("api search: limit and offset are clamped and walk the list without gap or repeat") {
  const TestServer server;
  const auto ask = [&](const std::string& query) {
    return json::parse(server.get("/api/v1/search?q=gadget" + query).body);
  };
  CHECK(ask("&limit=0")["hits"].empty());
  CHECK(ask("&limit=-5")["hits"].empty());
  CHECK(ask("&limit=999")["hits"].size() == 25);
  CHECK(ask("&limit=x")["hits"].size() == 10);
  CHECK(ask("&offset=99999999999999999999")["hits"].empty());
  std::set<std::string> ids;
  for (int offset = 0; offset < 25; offset += 10) {
    const json found = ask("&offset=" + std::to_string(offset));
    for (const json& hit : found["hits"]) ids.insert(hit["id"]);
  }
  CHECK(ids.size() == 25);
}

TEST_CASE("api search: a value may hold an equals sign, and the first of a repeated name counts") {
  const TestServer server;
  CHECK(json::parse(server.get("/api/v1/search?q=a=b=c").body)["query"] == "a=b=c");
  CHECK(json::parse(server.get("/api/v1/search?q=one&q=two").body)["query"] == "one");
  CHECK(json::parse(server.get("/api/v1/search?q=a%2Bb+c").body)["query"] == "a+b c");
}

TEST_CASE("api suggest: as you type") {
  const TestServer server;
  const json list = json::parse(server.get("/api/v1/suggest?q=trac").body)["suggestions"];
  REQUIRE(list.size() >= 1);
  CHECK(list[0]["id"] == "orders/track-my-order");
  CHECK(list[0]["url"].get<std::string>().starts_with("/help/en/orders/track-my-order"));
  CHECK(list[0]["article_title"] == "Track my order");
  CHECK(list[0]["category_title"] == "Your orders");
  CHECK(json::parse(server.get("/api/v1/suggest?q=gadget&limit=999").body)["suggestions"].size() <= 20);
}

TEST_CASE("api suggest: what helped after past searches, without the words of these") {
  http_test::SampleSite sample = http_test::sample_site();
  CHECK(json::parse(TestServer(sample).get("/api/v1/suggest?q=zzwher").body)["suggestions"].empty());
  sample.memory = {{"en", "zzwhereabouts unknown", "orders/track-my-order", 9, 9, 0, 0, 0, 900}};
  const std::string body = TestServer(sample).get("/api/v1/suggest?q=zzwher").body;
  const json list = json::parse(body)["suggestions"];
  REQUIRE(list.size() == 1);
  CHECK(list[0]["title"] == "Track my order");
  CHECK(list[0]["kind"] == "article");
  CHECK(list[0]["url"] == "/help/en/orders/track-my-order");
  CHECK(body.find("zzwhereabouts") == std::string::npos);
}

TEST_CASE("api article: its sections in order") {
  const TestServer server;
  const json article = json::parse(server.get("/api/v1/articles/orders/track-my-order").body);
  CHECK(article["title"] == "Track my order");
  CHECK(article["type"] == "howto");
  CHECK(article["updated"] == "2026-05-02");
  CHECK(article["sections"][1]["anchor"] == "link");
}

TEST_CASE("metrics: only on the admin listener, which has nothing else") {
  const TestServer server;
  server.get("/en/search?q=parcel");
  server.get("/en/missing");
  http_test::Connection(server.port()).send("GET / HTTP/3.0\r\n");
  const auto text = [&] { return http_test::get(server.admin.port(), "/metrics"); };
  CHECK(http_test::eventually(
      [&] { return text().has("firstline_requests_refused_total{status=\"505\"} 1\n"); }));
  const Answer metrics = text();
  CHECK(metrics.status == 200);
  CHECK(metrics.has("firstline_connections_accepted_total 3\n"));
  CHECK(metrics.has("firstline_requests_read_total 2\n"));
  CHECK(metrics.has("firstline_http_requests_total{route=\"search\",status=\"200\"} 1\n"));
  CHECK(metrics.has("firstline_http_requests_total{route=\"content\",status=\"404\"} 1\n"));
  CHECK(metrics.has("firstline_search_duration_seconds_count 1\n"));
  CHECK(metrics.has("firstline_generation_info{generation=\"gen-000001\"} 1\n"));
  CHECK(metrics.has("firstline_ready 1\n"));
  CHECK(server.get("/metrics").status == 404);
  CHECK(http_test::get(server.admin.port(), "/en/").status == 404);
  CHECK(http_test::get(server.admin.port(), "/readyz").body == "gen-000001\n");
}
