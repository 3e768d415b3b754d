// Products and types narrow what is found, on the page and in the API, and survive what a visitor does next.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::TestServer;
using nlohmann::json;

namespace {

http_test::SampleSite site_with_products() {
  http_test::SampleSite sample = http_test::sample_site();
  sample.site.products = {{"heron", {{"", "Heron & co"}}, {}, ""},
                          {"owl", {{"en", "Owl"}, {"de", "Eule"}}, {}, ""},
                          {"dodo", {}, {}, ""}};
  for (kb::Article& article : sample.articles) {
    if (article.id == "orders/track-my-order") article.products = {"heron", "owl"};
    if (article.id == "account/reset-password") article.products = {"owl"};
    if (article.id.starts_with("gadgets/")) article.products = {"heron"};
    if (article.id == "gadgets/gadget-1") article.type = kb::ArticleType::faq;
  }
  return sample;
}

}  // namespace

TEST_CASE("products: are chosen on the home page, among those that have articles") {
  const TestServer server(site_with_products());
  const Answer home = server.get("/en/");
  CHECK(home.has("<a class=\"chip\" href=\"/help/en/search?product=heron\">Heron &amp; co</a>"));
  CHECK(home.has("product=owl"));
  CHECK_FALSE(home.has("product=dodo"));
  CHECK_FALSE(server.get("/de/").has("class=\"chip\" href=\"/help/de/search?product=dodo\""));
  CHECK(server.get("/en/orders/track-my-order").has("<a href=\"/help/en/search?product=owl\">Owl</a>"));
  CHECK_FALSE(TestServer().get("/en/").has("class=\"chip\""));
}

TEST_CASE("products: without words all about one is listed by topic") {
  const TestServer server(site_with_products());
  const Answer answer = server.get("/en/search?product=owl");
  CHECK(answer.has("<title>Owl"));
  CHECK(answer.has("<h1>Owl</h1>"));
  CHECK(answer.has("2 articles"));
  CHECK(answer.has("Track my order"));
  CHECK(answer.has("Reset your password"));
  CHECK_FALSE(answer.has("Send something back"));
  CHECK(answer.has("<input type=\"hidden\" name=\"product\" value=\"owl\">"));
  CHECK(answer.has("href=\"/help/en/search?category=account&amp;product=owl\""));
  CHECK(server.get("/de/search?product=owl").has("<h1>Eule</h1>"));
  const Answer narrowed = server.get("/en/search?product=heron&type=faq");
  CHECK(narrowed.has("1 article"));
  CHECK(narrowed.has("Gadget 1"));
  CHECK_FALSE(narrowed.has("Gadget 2"));
}

TEST_CASE("products: filters combine, survive paging and are undone one by one") {
  const TestServer server(site_with_products());
  const Answer page = server.get("/en/search?q=gadget&product=heron&page=2");
  CHECK(page.has("href=\"/help/en/search?q=gadget&amp;product=heron&amp;page=3\""));
  CHECK(page.has("href=\"/help/en/search?q=gadget\""));
  const Answer both = server.get("/en/search?q=gadget&product=heron&type=faq");
  CHECK(both.has("1 result"));
  CHECK(both.has("href=\"/help/en/search?q=gadget&amp;product=heron\""));
  CHECK(both.has("href=\"/help/en/search?q=gadget&amp;type=faq\""));
  CHECK(server.get("/en/search?q=gadgte&product=heron")
            .has("href=\"/help/en/search?q=gadgte&amp;product=heron&amp;exact=1\""));
}

TEST_CASE("products: values that nobody knows find nothing, and are never written as they are") {
  const TestServer server(site_with_products());
  for (const char* filter : {"product=nosuch", "type=poem", "product=%22%3E%3Cscript%3E", "category=x"}) {
    CAPTURE(filter);
    for (const char* words : {"", "q=gadget&"}) {
      const Answer answer = server.get(std::string("/en/search?") + words + filter);
      CHECK(answer.status == 200);
      CHECK_FALSE(answer.has("\"><script>"));
      CHECK_FALSE(answer.has("Gadget 2"));
    }
    CHECK(json::parse(server.get(std::string("/api/v1/search?q=gadget&") + filter).body)["total"] == 0);
  }
}

TEST_CASE("products: the API narrows and counts each facet without its own filter") {
  const TestServer server(site_with_products());
  const json found = json::parse(server.get("/api/v1/search?q=gadget&product=heron&type=faq").body);
  CHECK(found["total"] == 1);
  CHECK(found["hits"][0]["products"] == json::parse(R"(["heron"])"));
  CHECK(found["hits"][0]["type"] == "faq");
  CHECK(found["facets"]["product"] == json::parse(R"([{"id":"heron","title":"Heron & co","count":1}])"));
  CHECK(found["facets"]["type"][0]["count"] == 1);
  CHECK(json::parse(server.get("/api/v1/articles/orders/track-my-order").body)["products"] ==
        json::parse(R"(["heron","owl"])"));
}

TEST_CASE("products: what finds nothing because of what was chosen offers to look without") {
  const TestServer server(site_with_products());
  const Answer narrowed = server.get("/en/search?q=password&product=heron");
  CHECK(narrowed.has("Nothing found"));
  CHECK(narrowed.has(
      "href=\"/help/en/search?q=password\">Search for \u201cpassword\u201d without filters</a>"));
  CHECK_FALSE(narrowed.has("class=\"tips\""));
  const Answer nowhere = server.get("/en/search?q=zzzz");
  CHECK_FALSE(nowhere.has("without filters"));
  CHECK(nowhere.has("class=\"tips\""));
  CHECK(server.get("/en/search?product=nope").has("0 articles"));
}

TEST_CASE("products: of many the first are shown, in the order of readers") {
  http_test::SampleSite sample = http_test::sample_site();
  for (int i = 30; i > 0; --i) {
    const std::string id = "gizmo-" + std::to_string(i);
    sample.site.products.push_back({id, {{"", "Gizmo " + std::to_string(i)}}, {}, ""});
    for (kb::Article& article : sample.articles)
      if (article.id == "orders/track-my-order") article.products.push_back(id);
  }
  const TestServer server(sample);
  const std::string home = server.get("/en/").body;
  const auto fold = home.find("<details class=\"more-products\">");
  REQUIRE(fold != std::string::npos);
  const auto chips = [](std::string_view html) {
    std::size_t count = 0;
    for (auto at = html.find("class=\"chip\""); at != html.npos; at = html.find("class=\"chip\"", at + 1))
      ++count;
    return count;
  };
  CHECK(chips(std::string_view(home).substr(0, fold)) == 12);
  CHECK(chips(home) == 30);
  const std::string results = server.get("/en/search?q=track+order&product=gizmo-30").body;
  const auto place = [&](const std::string& title) { return results.find(">" + title + "<"); };
  CHECK(place("Gizmo 2") < place("Gizmo 10"));
  CHECK(place("Gizmo 20") == std::string::npos);
  CHECK(place("Gizmo 30") != std::string::npos);
}
