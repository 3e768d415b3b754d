#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::sample_site;
using http_test::SampleSite;
using http_test::TestServer;

namespace {

SampleSite with_widget() {
  SampleSite sample = sample_site();
  sample.site.widget_origins = {"https://shop.example", "https://www.shop.example:8443"};
  return sample;
}

constexpr std::string_view kPolicyEnd = "frame-ancestors https://shop.example https://www.shop.example:8443";

}  // namespace

TEST_CASE(
    "widget: each page of the panel may be framed by the site's origins, and stays out of search engines") {
  const TestServer server(with_widget());
  struct Case {
    std::string target;
    int status;
    std::vector<std::string> fragments;
  };
  const std::vector<Case> cases{
      {"/en/widget",
       200,
       {"<h1>How can we help?</h1>", "href=\"/help/en/widget/orders/track-my-order\"",
        "action=\"/help/en/widget\"", "href=\"/help/en/widget/orders/\"",
        "<link rel=\"canonical\" href=\"https://shop.example/help/en/\">",
        "data-origins=\"https://shop.example https://www.shop.example:8443\""}},
      {"/en/widget?q=tracking+link",
       200,
       {"/help/en/widget/orders/track-my-order?r=1&amp;q=tracking+link#link",
        "data-suggest=\"/help/en/widget/suggest.json\""}},
      {"/en/widget?q=pasword+reset",
       200,
       {"Showing results for", "href=\"/help/en/widget?q=pasword+reset&amp;exact=1\""}},
      {"/en/widget?q=pasword+reset&exact=1", 200, {"href=\"/help/en/widget?q=pasword+reset\""}},
      {"/en/widget?q=zzzqqqxxx", 200, {"Nothing found for"}},
      {"/en/widget?q=password+zzzqqqxxx+qqqxxx+xxxzzz+wwwqqq+kkkqqq+vvvqqq+jjjqqq",
       200,
       {"<h1>No article fits", "<mark>password</mark>"}},
      {"/en/widget?q=gadget",
       200,
       {"href=\"/help/en/search?q=gadget\" target=\"_blank\" rel=\"noopener\">See all results"}},
      {"/en/widget?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E", 200, {"&lt;script&gt;alert(1)&lt;/script&gt;"}},
      {"/en/widget?q=parcel+" + std::string(2000, 'a'),
       200,
       {"results for \xE2\x80\x9Cparcel aaa", "\xE2\x80\xA6\xE2\x80\x9D",
        "href=\"/help/en/widget/orders/track-my-order"}},
      {"/de/widget/orders/track-my-order",
       200,
       {"<h1>Bestellung verfolgen</h1>",
        "Ganze Seite \xC3\xB6"
        "ffnen"}},
      {"/en/widget/orders/track-my-order",
       200,
       {"<h1>Track my order</h1>", "<h2 id=\"link\">The tracking link</h2>",
        "The link comes by email, not by post.", "badge status incident",
        "<link rel=\"canonical\" href=\"https://shop.example/help/en/orders/track-my-order\">",
        "href=\"/help/en/orders/track-my-order\" target=\"_blank\" rel=\"noopener\">Open the full page"}},
      {"/en/widget/orders/",
       200,
       {"<h1>Your orders</h1>", "href=\"/help/en/widget/orders/change-address\"",
        "href=\"/help/en/widget/orders/returns/\""}},
      {"/en/widget?q=qwxzyq", 200, {"Nothing found for", "Try it another way"}},
      {"/en/widget/no/such", 404, {"This page isn\xE2\x80\x99t here"}},
      {"/en/widget/orders/fax-us", 410, {"retired"}},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.target);
    const Answer answer = server.get(expected.target);
    CHECK(answer.status == expected.status);
    CHECK(answer.header("Content-Security-Policy").ends_with(kPolicyEnd));
    CHECK(answer.header("Referrer-Policy") == "same-origin");
    CHECK(answer.has("<meta name=\"robots\" content=\"noindex\">"));
    CHECK_FALSE(answer.has("<script>"));
    for (const std::string& fragment : expected.fragments) {
      CAPTURE(fragment);
      CHECK(answer.has(fragment));
    }
  }
  CHECK(server.get("/en/widget/orders/where-is-my-order").header("Location") ==
        "/help/en/widget/orders/track-my-order");
}

TEST_CASE("widget: no other page may be framed") {
  const TestServer server(with_widget());
  for (const char* target :
       {"/en/", "/en/orders/track-my-order", "/en/search?q=a", "/en/missing", "/widget.js"})
    CHECK(server.get(target).header("Content-Security-Policy").ends_with("frame-ancestors 'none'"));
}

TEST_CASE("widget: a site that names no origins has none") {
  const TestServer server;
  for (const char* target :
       {"/widget.js", "/en/widget", "/en/widget?q=a", "/en/widget/orders/track-my-order"}) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK(answer.status == 404);
    CHECK(answer.header("Content-Security-Policy").ends_with("frame-ancestors 'none'"));
  }
}

TEST_CASE("widget: the script is small, may be loaded by other sites, and speaks the site's languages") {
  SampleSite sample = with_widget();
  sample.site.title["en"] = "</script>\"`${x}";
  const TestServer server(sample);
  const Answer script = server.get("/widget.js");
  CHECK(script.status == 200);
  CHECK(script.header("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(script.header("Cross-Origin-Resource-Policy") == "cross-origin");
  CHECK(script.header("Cache-Control") == "public, max-age=60, must-revalidate");
  CHECK(server.get("/widget.js", {{"If-None-Match", script.header("ETag")}}).status == 304);
  CHECK(script.has(
      R"({"en":{"open":"Help","close":"Close","title":"</script>\"`${x}","dir":"ltr","lang":"en"},"de":{"open":"Hilfe",)"));
  for (const char* kept : {"localStorage", "sessionStorage", "cookie", "innerHTML"})
    CHECK_FALSE(script.has(kept));
  CHECK(server.get("/widget.js", {{"Accept-Encoding", "gzip"}}).body.size() < 5 * 1024);
  CHECK(server.get("/en/").header("Cross-Origin-Resource-Policy") == "same-origin");
}

TEST_CASE("widget: suggestions stay in the panel") {
  const TestServer server(with_widget());
  const auto found = nlohmann::json::parse(server.get("/de/widget/suggest.json?q=Best&lang=de").body);
  REQUIRE(found["suggestions"].size() >= 1);
  CHECK(found["suggestions"][0]["url"] == "/help/de/widget/orders/track-my-order");
}

TEST_CASE("widget: links in an article stay in the panel or open a page of their own") {
  SampleSite sample = with_widget();
  sample.article("account/reset-password").sections[0].html =
      "<p><a href=\"/help/en/orders/track-my-order#late\">in</a> <a "
      "href=\"/help/en/orders/?x=1&amp;y=2\">folder</a> "
      "<a href=\"#top\">here</a> <a class=\"footnote-ref\" href=\"#fn\">1</a> "
      "<a href=\"https://other.example/help/en/orders/\">out</a> <a "
      "href=\"/help/assets/prices.0a1b.csv\">file</a> "
      "<a id=\"x\">no link</a> <a href=\"/help/en/search?q=a\">search</a> &lt;a "
      "href=\"/help/en/orders/\"&gt;</p>";
  const TestServer server(sample);
  const std::string out = " target=\"_blank\" rel=\"noopener\">";
  CHECK(server.get("/en/widget/account/reset-password")
            .has("<p><a href=\"/help/en/widget/orders/track-my-order#late\">in</a> "
                 "<a href=\"/help/en/widget/orders/?x=1&amp;y=2\">folder</a> "
                 "<a href=\"#top\">here</a> <a class=\"footnote-ref\" href=\"#fn\">1</a> "
                 "<a href=\"https://other.example/help/en/orders/\"" +
                 out +
                 "out</a> "
                 "<a href=\"/help/assets/prices.0a1b.csv\"" +
                 out +
                 "file</a> "
                 "<a id=\"x\">no link</a> <a href=\"/help/en/search?q=a\"" +
                 out +
                 "search</a> "
                 "&lt;a href=\"/help/en/orders/\"&gt;</p>"));
}
