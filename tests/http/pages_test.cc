#include <doctest/doctest.h>

#include "tests/http/test_server.h"

using http_test::Answer;
using http_test::TestServer;

namespace {

struct Case {
  std::string target;
  int status;
  std::vector<std::string> fragments;
};

void check_all(const TestServer& server, const std::vector<Case>& cases) {
  for (const Case& expected : cases) {
    const Answer answer = server.get(expected.target);
    CAPTURE(expected.target);
    CHECK(answer.status == expected.status);
    for (const std::string& fragment : expected.fragments) {
      CAPTURE(fragment);
      CHECK(answer.has(fragment));
    }
  }
}

}  // namespace

TEST_CASE("pages: each URL shows what it should") {
  const TestServer server;
  check_all(server,
            {
                {"/en/",
                 200,
                 {"<html lang=\"en\" dir=\"ltr\">", "<title>Acme Help</title>", "Your orders",
                  "href=\"/help/en/orders/\"", "Where is my parcel?", "Track my order", "3 articles",
                  "<link rel=\"canonical\" href=\"https://shop.example/help/en/\">"}},
                {"/de/", 200, {"<html lang=\"de\"", "Acme Hilfe", "Bestellungen"}},
                {"/en/orders/",
                 200,
                 {"<h1>Your orders</h1>", "Everything about orders.", "Track my order", "Parcels are late",
                  "/help/en/orders/returns/"}},
                {"/en/orders/returns/",
                 200,
                 {"<h1>Returns</h1>", "Send something back", "<a href=\"/help/en/orders/\">Your orders</a>"}},
                {"/en/orders/track-my-order",
                 200,
                 {"<h1>Track my order</h1>", "Where your parcel is &lt;now&gt;.",
                  "<h2 id=\"link\">The tracking link</h2>", "Updated on 2 May 2026",
                  "Corrected on 1 June 2026", "href=\"#late\"", "hreflang=\"de\"",
                  "/help/en/orders/track-my-order.md", "Step by step", "rel=\"prev\""}},
                {"/en/account/reset-password", 200, {"Reset your password"}},
                {"/en/account/caf%C3%A9", 200, {"Our caf\xC3\xA9"}},
                {"/en/account/caf%c3%a9", 200, {"Our caf\xC3\xA9"}},
                {"/en/orders/track-my-order.md",
                 200,
                 {"See [returns](https://shop.example/help/en/orders/returns/send-back).\n"}},
                {"/en/orders.md", 200, {"Everything about orders."}},
                {"/de/orders/track-my-order", 200, {"Bestellung verfolgen", "Acme Hilfe"}},
            });
}

TEST_CASE("pages: the site's links stand in header and footer of every page, the way to people too") {
  http_test::SampleSite sample = http_test::sample_site();
  sample.site.links.header = {
      {{{"en", "Shop & more"}, {"de", "Laden"}}, {{"", "https://shop.example/?a=1&b"}}}};
  sample.site.links.footer = {{{{"", "Imprint"}}, {{"en", "/en/imprint"}, {"de", "/impressum"}}}};
  sample.site.widget_origins = {"https://shop.example"};
  const TestServer server(sample);
  for (const char* target : {"/en/", "/en/orders/", "/en/orders/track-my-order", "/en/search?q=parcel",
                             "/en/contact", "/en/no/such", "/en/orders/fax-us"}) {
    CAPTURE(target);
    const Answer page = server.get(target);
    const std::string header = page.body.substr(0, page.body.find("<main"));
    CHECK(header.find("<a href=\"https://shop.example/?a=1&amp;b\">Shop &amp; more</a>") !=
          std::string::npos);
    CHECK(header.find("/help/en/contact") != std::string::npos);
    CHECK(page.has("<a href=\"/en/imprint\">Imprint</a>"));
  }
  CHECK(server.get("/de/").has(">Laden</a>"));
  CHECK(server.get("/de/").has("<a href=\"/impressum\">Imprint</a>"));
  CHECK_FALSE(server.get("/en/widget").has("Shop &amp; more"));
}

TEST_CASE("pages: a long topic has pages and a search of its own, and its titles count as people do") {
  http_test::SampleSite sample = http_test::sample_site();
  for (int i = 26; i <= 65; ++i) {
    const std::string n = std::to_string(i);
    sample.articles.push_back(kb::make_article("gadgets/gadget-" + n, "Gadget " + n, "About it."));
  }
  const TestServer server(sample);
  const Answer first = server.get("/en/gadgets/");
  const auto at = [&](const std::string& title) { return first.body.find(">" + title + "</a>"); };
  CHECK(at("Gadget 1") < at("Gadget 2"));
  CHECK(at("Gadget 2") < at("Gadget 10"));
  CHECK(first.has(">Gadget 30</a>"));
  CHECK_FALSE(first.has(">Gadget 31</a>"));
  CHECK(first.has("65 articles"));
  CHECK(first.has("href=\"/help/en/gadgets/?page=3\""));
  CHECK(first.has("<input type=\"hidden\" name=\"category\" value=\"gadgets\">"));
  CHECK(first.has("<link rel=\"canonical\" href=\"https://shop.example/help/en/gadgets/\">"));
  const Answer last = server.get("/en/gadgets/?page=3");
  CHECK(last.has(">Gadget 65</a>"));
  CHECK(last.has("<link rel=\"canonical\" href=\"https://shop.example/help/en/gadgets/?page=3\">"));
  CHECK(server.get("/en/gadgets/?page=99").body == last.body);
  for (const char* page : {"0", "-1", "x", "1"})
    CHECK(server.get("/en/gadgets/?page=" + std::string(page)).body == first.body);
  CHECK_FALSE(server.get("/en/orders/").has("name=\"category\""));
}

TEST_CASE("pages: the questions of an FAQ fold away where there are several") {
  http_test::SampleSite sample = http_test::sample_site();
  kb::Article& faq = sample.article("orders/track-my-order");
  faq.type = kb::ArticleType::faq;
  {
    const TestServer server(sample);
    const Answer page = server.get("/en/orders/track-my-order");
    const std::size_t first =
        page.body.find("<details class=\"question\"><summary><h2>The tracking link</h2></summary>");
    REQUIRE(first != std::string::npos);
    CHECK(page.body.find("<div id=\"link\">", first) < page.body.find("<h2>When it is late</h2>"));
    const auto times = [&](std::string_view text) {
      int count = 0;
      for (auto at = page.body.find(text); at != std::string::npos; at = page.body.find(text, at + 1))
        ++count;
      return count;
    };
    CHECK(times("<details class=\"question\">") == 3);
    CHECK(times("</div></details>") == 3);
    CHECK(times("id=\"link\"") == 1);
  }
  faq.sections.resize(2);
  CHECK_FALSE(TestServer(sample).get("/en/orders/track-my-order").has("class=\"question\""));
}

TEST_CASE("pages: a how-to says what it asks for") {
  http_test::SampleSite sample = http_test::sample_site();
  sample.article("orders/track-my-order").steps = 5;
  sample.article("orders/track-my-order").minutes = 3;
  const TestServer server(sample);
  CHECK(
      server.get("/en/orders/track-my-order").has("<span>Takes about 3 minutes</span><span>5 steps</span>"));
  CHECK_FALSE(server.get("/en/orders/change-address").has("Takes about"));
}

TEST_CASE("pages: an article that the answer box shows is not in the list again") {
  const TestServer server;
  const Answer page = server.get("/en/search?q=tracking+link");
  REQUIRE(page.has("<section class=\"answer\""));
  CHECK_FALSE(page.has("data-rank=\"1\""));
  const Answer list = server.get("/en/search?q=gadget");
  REQUIRE_FALSE(list.has("<section class=\"answer\""));
  CHECK(list.has("data-rank=\"1\""));
}

TEST_CASE("pages: the base path may be there or not, links always have it") {
  const TestServer server;
  const Answer with = server.get("/help/en/orders/track-my-order");
  const Answer without = server.get("/en/orders/track-my-order");
  CHECK(with.status == 200);
  CHECK(with.body == without.body);
  CHECK(server.get("/help/").header("Location") == "/help/en/");
  CHECK(server.get("/help").header("Location") == "/help/en/");
  CHECK(server.get("/helpful/en/").status == 404);
}

TEST_CASE("pages: the front door leads to the visitor's language") {
  const TestServer server;
  const std::vector<std::pair<std::string, std::string>> cases{{"", "/help/en/"},
                                                               {"de", "/help/de/"},
                                                               {"de-AT,en;q=0.5", "/help/de/"},
                                                               {"fr,de;q=0.2", "/help/de/"},
                                                               {"en;q=0.1,de;q=0", "/help/en/"},
                                                               {"fr", "/help/en/"}};
  for (const auto& [accept, location] : cases) {
    CAPTURE(accept);
    const Answer answer = server.get("/", {{"Accept-Language", accept}});
    CHECK(answer.status == 302);
    CHECK(answer.header("Location") == location);
    CHECK(answer.header("Vary") == "Accept-Language");
  }
}

TEST_CASE("pages: moved and misspelt addresses lead to the right one") {
  const TestServer server;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"/en/orders/where-is-my-order", "/help/en/orders/track-my-order"},
      {"/hc/en-us/articles/123", "/help/en/account/reset-password"},
      {"/en/orders/track-my-order/", "/help/en/orders/track-my-order"},
      {"/en/orders", "/help/en/orders/"},
      {"/en/Orders/Track-My-Order", "/help/en/orders/track-my-order"},
      {"/EN/ORDERS/TRACK-MY-ORDER", "/help/en/orders/track-my-order"},
      {"/en/account/CAF%C3%89", "/help/en/account/caf%C3%A9"},
      {"/en", "/help/en/"},
      {"/DE", "/help/de/"},
      {"/en/orders/returns", "/help/en/orders/returns/"},
      {"/en/search/", "/help/en/search"},
      {"/en/search/?q=a%20b&page=2", "/help/en/search?q=a%20b&page=2"},
  };
  for (const auto& [target, location] : cases) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK(answer.status == 301);
    CHECK(answer.header("Location") == location);
  }
}

TEST_CASE("article page: troubleshooting leads from step to step, and on after the last") {
  http_test::SampleSite sample = http_test::sample_site();
  kb::Article& article = sample.article("orders/change-address");
  article.type = kb::ArticleType::troubleshooting;
  article.sections.push_back(kb::make_section("look", "Step 1: Look", "Is it there?"));
  article.sections.push_back(kb::make_section("ask", "Step 2: Ask", "Ask the shop."));
  article.sections.push_back(kb::make_section("rest", "If nothing helped", "Write to us."));
  const TestServer server(sample);
  const Answer answer = server.get("/en/orders/change-address");
  const auto first = answer.body.find("<a href=\"#ask\">No, go to step 2</a>");
  const auto second = answer.body.find("id=\"ask\"");
  const auto last = answer.body.find("<a href=\"#rest\">No, what else?</a>");
  const auto rest = answer.body.find("id=\"rest\"");
  CHECK(first < second);
  CHECK(second < last);
  CHECK(last < rest);
  CHECK(rest != std::string::npos);
  CHECK_FALSE(server.get("/en/orders/track-my-order").has("Did that fix it?"));
}

TEST_CASE("pages: a page without an address of its own claims none") {
  const TestServer server;
  CHECK_FALSE(server.get("/en/no-such-page").has("rel=\"canonical\""));
  CHECK_FALSE(server.get("/en/no-such-page").has("og:url"));
  CHECK(server.get("/en/orders/track-my-order")
            .has("hreflang=\"de\" href=\"https://shop.example/help/de/orders/track-my-order\""));
}

TEST_CASE("search page: results, links and paging") {
  const TestServer server;
  SUBCASE("a hit's link carries its position and the query, before the anchor") {
    const Answer answer = server.get("/en/search?q=tracking+link");
    CHECK(answer.status == 200);
    CHECK(answer.has("/help/en/orders/track-my-order?r=1&amp;q=tracking+link#link"));
    CHECK(server.get("/en/search?q=parcel").has("<mark>"));
    CHECK(answer.has("<meta name=\"robots\" content=\"noindex\">"));
    CHECK(answer.has("<meta name=\"description\" content=\"Answers about orders and accounts.\">"));
  }
  SUBCASE("what was typed is shown as text") {
    const Answer answer = server.get("/en/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    CHECK(answer.status == 200);
    CHECK(answer.has("&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK_FALSE(answer.has("<script>alert"));
  }
  SUBCASE("nothing found leads on") {
    const Answer answer = server.get("/en/search?q=zzzqqqxxx");
    CHECK(answer.status == 200);
    CHECK(answer.has("<title>Nothing found for"));
    CHECK(answer.has("Your orders"));
  }
  SUBCASE("what comes nearest is shown, and said to be no more") {
    const Answer answer =
        server.get("/en/search?q=password+zzzqqqxxx+qqqxxx+xxxzzz+wwwqqq+kkkqqq+vvvqqq+jjjqqq");
    CHECK(answer.has("<title>No article fits \xE2\x80\x9Cpassword"));
    CHECK(answer.has("<h1 class=\"results-title\">No article fits \xE2\x80\x9Cpassword"));
    CHECK_FALSE(answer.has("No article fits this well"));
    CHECK(answer.has("<mark>password</mark>"));
    CHECK_FALSE(answer.has("class=\"facets\""));
  }
  SUBCASE("what only the first language has is shown, and said to be in it") {
    const Answer answer = server.get("/de/search?q=reset+your+password");
    CHECK(answer.has("href=\"/help/en/account/reset-password\" lang=\"en\" hreflang=\"en\""));
    CHECK(answer.has("<span class=\"badge\" lang=\"en\" dir=\"ltr\">English</span>"));
    CHECK(answer.has("<h2 id=\"in-en\">Auf English</h2>"));
    CHECK(answer.has("href=\"/help/en/search?q=reset+your+password\" hreflang=\"en\""));
    CHECK_FALSE(server.get("/en/search?q=zzzqqqxxx").has("class=\"badge\""));
    CHECK_FALSE(server.get("/de/search?q=zzzqqqxxx").has("class=\"badge\""));
  }
  SUBCASE("what the first language finds is shown in one's own when it is translated") {
    const Answer answer = server.get("/de/search?q=tracking+link");
    CHECK(answer.has("href=\"/help/de/orders/track-my-order?"));
    CHECK_FALSE(answer.has("href=\"/help/en/orders/track-my-order\" lang"));
  }
  SUBCASE("pages follow each other, and odd numbers are clamped") {
    const Answer first = server.get("/en/search?q=gadget");
    CHECK(first.has("page=2"));
    CHECK_FALSE(first.has("rel=\"prev"));
    CHECK(server.get("/en/search?q=gadget&page=-3").body == first.body);
    CHECK(server.get("/en/search?q=gadget&page=nonsense").body == first.body);
    const Answer last = server.get("/en/search?q=gadget&page=999999");
    CHECK(last.status == 200);
    CHECK(last.has("rel=\"prev"));
    CHECK_FALSE(last.has("rel=\"next"));
    CHECK(last.has("class=\"hit\""));
  }
  SUBCASE("narrowed to a category, with a way back") {
    const Answer answer = server.get("/en/search?q=parcel&category=orders");
    CHECK(answer.has("aria-current=\"true\""));
    CHECK(answer.has("href=\"/help/en/search?q=parcel\""));
  }
  SUBCASE("exactly what was typed, with a way back") {
    CHECK(server.get("/en/search?q=parcel&exact=1").has("Include similar words"));
  }
  SUBCASE("a correction is said, with a link to undo it") {
    const Answer answer = server.get("/en/search?q=pasword+reset");
    CHECK(answer.has("Showing results for <mark>password</mark>. You typed <mark>pasword</mark>."));
    CHECK(answer.has("q=pasword+reset&amp;exact=1"));
  }
  SUBCASE("blank") {
    CHECK(server.get("/en/search?q=+").status == 200);
    CHECK(server.get("/en/search").has("Your orders"));
  }
}
