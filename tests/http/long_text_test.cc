// A text longer than a query: somebody pastes a mail, a chat or a log.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kb/text/percent.h"
#include "kb/text/utf8.h"
#include "tests/http/form_client.h"

using namespace http_test;

namespace {

// About 1,800 bytes that ask for one thing.
std::string mail() {
  return "Hello team,\nmy parcel is late, and I cannot find the tracking link.\n" + std::string(1700, 'x') +
         "\nKind regards\nQuxley Zorblat";
}

std::string in_query(const std::string& text) { return kb::encode_query(text); }

}  // namespace

TEST_CASE("long text: in an address it is searched, and no link of the page repeats it") {
  const TestServer server;
  for (const std::string target : {"/en/search?q=", "/de/search?q="}) {
    CAPTURE(target);
    const Answer page = server.get(target + in_query(mail()));
    CHECK(page.status == 200);
    CHECK(page.has("Hello team"));
    for (const char* leak : {"q=Hello", "q=parcel", "?r=", "page=2", "category="}) {
      CAPTURE(leak);
      CHECK_FALSE(page.has(leak));
    }
  }
  const Answer page = server.get("/en/search?q=" + in_query(mail()));
  CHECK(page.has("href=\"/help/en/orders/track-my-order"));
  CHECK(page.has("Quxley Zorblat"));  // the text stays in the box
  CHECK_FALSE(page.has("<title>Search results for \xE2\x80\x9C" + mail()));
  CHECK(server.get("/en/search?exact=1&q=" + in_query(mail())).status == 200);
}

TEST_CASE("long text: several questions are listed with their articles, in pages, widget and API") {
  SampleSite sample = sample_site();
  sample.articles.push_back(kb::make_article("loans/bicycle", "Borrow a bicycle", "For a week."));
  sample.articles.push_back(kb::make_article("loans/trumpet", "Tune a trumpet", "With the slide."));
  sample.site.widget_origins = {"https://shop.example"};
  const TestServer server(sample);
  const std::string asked =
      "Hello team, I hope you are well and had a good weekend. How do I borrow a bicycle? And how do I tune "
      "a "
      "<trumpet>? Thank you.";
  const auto found = nlohmann::json::parse(server.get("/api/v1/search?q=" + in_query(asked)).body);
  REQUIRE(found["asked"].size() == 2);
  CHECK(found["answer"].is_null());
  CHECK(found["asked"][0]["text"] == "How do I borrow a bicycle");
  CHECK(found["asked"][0]["hit"]["id"] == "loans/bicycle");
  CHECK(found["asked"][1]["hit"]["url"].get<std::string>().starts_with("/help/en/loans/trumpet"));
  CHECK(nlohmann::json::parse(server.get("/api/v1/search?q=parcel").body)["asked"].empty());
  for (const std::string target : {"/en/search?q=", "/en/widget?q="}) {
    CAPTURE(target);
    const Answer page = server.get(target + in_query(asked));
    CHECK(page.has("<h2 id=\"asked\">You asked about</h2>"));
    CHECK(page.has("<q>How do I borrow a bicycle</q>"));
    CHECK_FALSE(page.has("tune a <trumpet"));
    CHECK_FALSE(server.get(target + "parcel").has("id=\"asked\""));
  }
}

TEST_CASE("long text: the API searches it and suggests from its beginning") {
  const TestServer server;
  const Answer found = server.get("/api/v1/search?q=" + in_query(mail()));
  CHECK(found.status == 200);
  CHECK(nlohmann::json::parse(found.body)["hits"][0]["id"] == "orders/track-my-order");
  for (const std::string target :
       {"/api/v1/suggest?q=", "/en/widget/suggest.json?q=", "/api/v1/opensearch?q="})
    CHECK(server.get(target + in_query(std::string(1023, 'a') + "\xC3\xA9\xC3\xA9")).status == 200);
}

TEST_CASE("long text: pasted, it is searched without an address, a token or a redirect, and kept by nobody") {
  TestServer server;
  const Answer page = post_form(server, "/en/search", {{"q", mail()}});
  CHECK(page.status == 200);
  CHECK(page.header("Cache-Control") == "no-store");
  CHECK(page.header("X-Robots-Tag") == "noindex");
  CHECK(page.header("ETag") == "");
  CHECK(page.has("href=\"/help/en/orders/track-my-order"));
  CHECK(page.has("Quxley Zorblat</textarea>"));
  CHECK(page.has("method=\"post\""));
  CHECK_FALSE(page.has("q=Hello"));
  CHECK_FALSE(page.has("<span>The text is too long"));
  const Answer brief = post_form(server, "/en/search", {{"q", "gadget"}});
  CHECK(brief.has("href=\"/help/en/search?q=gadget&amp;page=2\""));
  CHECK(post_form(server, "/de/search", {{"q", ""}}).has("<textarea id=\"q\""));
}

TEST_CASE("long text: what is over the limit is cut between characters, and the page says so") {
  const TestServer server;
  std::string text = "tracking link ";
  while (text.size() < 80'000) text += "\xC3\xA9\xE6\xB0\xB4 ";
  const Answer page = post_form(server, "/en/search", {{"q", text}});
  CHECK(page.status == 200);
  CHECK(page.has("<span>The text is too long, so only its first 64 KiB"));
  const auto begin = page.body.find("tracking link \xC3\xA9", page.body.find("<textarea"));
  const auto end = page.body.find("</textarea>", begin);
  CHECK(end - begin <= 64 * 1024);
  CHECK(end - begin > 64 * 1024 - 4);
  CHECK(kb::is_valid_utf8(page.body));
}

TEST_CASE("long text: a field for it opens by a link, and from an address that holds one") {
  const TestServer server;
  CHECK(server.get("/en/search").has("href=\"/help/en/search?long=1\""));
  CHECK(server.get("/en/search?q=parcel").has("href=\"/help/en/search?long=1\""));
  for (const std::string target : {"/en/search?long=1", "/en/search?q=parcel%0Alate", "/de/search?long=1"}) {
    CAPTURE(target);
    const Answer page = server.get(target);
    CHECK(page.has("method=\"post\""));
    CHECK(page.has("<textarea id=\"q\" name=\"q\""));
    CHECK_FALSE(page.has("<input id=\"q\""));
  }
}

TEST_CASE("long text: what cannot be read, comes from elsewhere or too often is refused in words") {
  TestServer server;
  const Headers form{{"Content-Type", "application/x-www-form-urlencoded"}};
  for (const std::string body : {"q=%FF", "q=a%00b", "q=%"})
    CHECK(server.ask("POST", "/en/search", form, body).status == 422);
  CHECK(server.ask("POST", "/en/search", {{"Content-Type", "multipart/form-data"}}, "x").status == 422);
  CHECK(post_form(server, "/en/search", {{"q", "parcel"}}, {{"Origin", "https://evil.example"}}).status ==
        403);
  CHECK(server.ask("POST", "/en/search", form, "q=" + std::string(250'000, 'a')).status == 200);
  const Headers visitor{{"X-Forwarded-For", "203.0.113.1"}};
  Answer last;
  for (int i = 0; i < 31; ++i) last = post_form(server, "/en/search", {{"q", "parcel"}}, visitor);
  CHECK(last.status == 429);
  CHECK(last.header("Retry-After") == "2");
  CHECK(last.header("Cache-Control") == "no-store");
  CHECK(last.has("wait a minute"));
  CHECK(post_form(server, "/en/contact", {{"q", "parcel"}}, visitor).status == 303);  // another bucket
  CHECK(post_form(server, "/en/search", {{"q", "parcel"}}, {{"X-Forwarded-For", "203.0.113.2"}}).status ==
        200);
}
