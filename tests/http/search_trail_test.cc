// A query's way to what follows it: through a result's link to the article's page, and on to a vote and to
// the next search. And that one address counts once a day, whatever it sends.
#include <doctest/doctest.h>

#include "events/database.h"
#include "events/outcomes.h"
#include "kb/text/percent.h"
#include "tests/http/form_client.h"

using namespace http_test;
using namespace std::chrono_literals;

namespace {

const std::string kArticle = "/en/orders/track-my-order";
const std::string kOpen = "<input type=\"hidden\" name=\"from\" disabled>";

std::string field(const std::string& value) {
  return "<input type=\"hidden\" name=\"from\" value=\"" + value + "\">";
}

std::size_t times(const Answer& page, const std::string& text) {
  std::size_t count = 0;
  for (auto at = page.body.find(text); at != std::string::npos; at = page.body.find(text, at + 1)) ++count;
  return count;
}

// The first link that begins so, as a browser asks for it.
std::string link_in(const Answer& page, const std::string& begin) {
  const auto at = page.body.find("href=\"" + begin);
  if (at == std::string::npos) return "";
  std::string link = page.body.substr(at + 6, page.body.find('"', at + 6) - at - 6);
  for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;"))
    link.erase(amp + 1, 4);
  return link.substr(0, link.find('#'));
}

// The rows of a query, "|" between columns and a line each.
std::string rows(TestServer& server, const std::string& sql, int columns) {
  server.writer.flush();
  const events::Database database(server.folder / "events.sqlite", events::OpenMode::existing, 0ms);
  events::Statement row = database.prepare(sql);
  std::string text;
  while (row.step()) {
    for (int i = 0; i < columns; ++i) text += (i > 0 ? "|" : "") + row.text(i);
    text += "\n";
  }
  return text;
}

Headers from(const std::string& address) { return {{"X-Forwarded-For", address}}; }

std::string address(int n) { return "203.0." + std::to_string(n / 200) + "." + std::to_string(1 + n % 200); }

int vote(TestServer& server, const std::string& helpful, const std::string& query,
         const std::string& client) {
  const std::string token = fresh_token(server, "/en/feedback?id=orders/track-my-order&helpful=" + helpful);
  return post_form(server, "/en/feedback",
                   {{"id", "orders/track-my-order"}, {"helpful", helpful}, {"from", query}, {"token", token}},
                   from(client))
      .status;
}

SampleSite with_steps() {
  SampleSite sample = sample_site();
  kb::Article& article = sample.article("orders/track-my-order");
  article.type = kb::ArticleType::troubleshooting;
  int step = 0;
  for (kb::Section& section : article.sections) {
    section.level = 2;
    if (!section.heading.empty()) section.heading = "Step " + std::to_string(++step) + ": " + section.heading;
  }
  return sample;
}

}  // namespace

TEST_CASE("search trail: from a search through its result to a vote and to the next search") {
  TestServer server;
  const Answer results = server.get("/en/search?q=Lost+parcel");
  const std::string link = link_in(results, "/help" + kArticle + "?r=");
  const Answer article = server.get(link);
  CHECK(times(article, field("Lost parcel")) == 3);  // two search forms, one vote
  CHECK_FALSE(article.has(kOpen));

  const std::string form = "/en/feedback?id=orders/track-my-order&helpful=no&from=Lost+parcel";
  CHECK(server.get(form).has(field("Lost parcel")));
  const Answer thanks = post_form(server, "/en/feedback",
                                  {{"id", "orders/track-my-order"},
                                   {"helpful", "no"},
                                   {"from", "Lost parcel"},
                                   {"token", fresh_token(server, form)}});
  CHECK(thanks.status == 303);
  CHECK(thanks.header("Location").find("from=") == std::string::npos);
  server.get("/en/search?q=Late&from=Lost+parcel");

  CHECK(rows(server, "SELECT query, article_id, first > 0 FROM clicks", 3) ==
        "lost parcel|orders/track-my-order|1\n");
  CHECK(rows(server, "SELECT query, helpful, first > 0 FROM feedback", 3) == "lost parcel|0|1\n");
  CHECK(rows(server, "SELECT query, from_query, first > 0 FROM searches", 3) ==
        "lost parcel||1\nlate|lost parcel|1\n");
}

TEST_CASE("search trail: the page of results sends its query along, the line and the field for texts") {
  TestServer server;
  for (const std::string target :
       {"/en/search?q=parcel", "/en/search?q=parcel&from=late", "/en/search?q=parcel&long=1"})
    CHECK(times(server.get(target), field("parcel")) == 1);
  CHECK_FALSE(server.get("/en/search").has("name=\"from\""));
  post_form(server, "/en/search", {{"q", "late"}, {"from", "Parcel"}});
  CHECK(rows(server, "SELECT query, from_query FROM searches WHERE from_query <> ''", 2) ==
        "parcel|late\nlate|parcel\n");
}

TEST_CASE("search trail: the way ends at a page that nobody came to from a search") {
  const TestServer server;
  for (const std::string query : {"", "?q=parcel", "?r=0&q=parcel", "?r=2", "?r=2&q=", "?from=contact"}) {
    CAPTURE(query);
    const Answer page = server.get(kArticle + query);
    CHECK(times(page, kOpen) == 3);
    CHECK_FALSE(page.has("value=\"parcel\""));
  }
}

TEST_CASE("search trail: the page in the cache knows nobody's query, compressed or not") {
  TestServer server;
  const Answer plain = server.get(kArticle);
  const Answer link = server.get(kArticle + "?r=1&q=parcel");
  CHECK(link.body != plain.body);
  CHECK(link.header("ETag") == plain.header("ETag"));
  CHECK(server.get(kArticle).body == plain.body);
  CHECK(server.get(kArticle + "?r=1&q=late").has(field("late")));
  CHECK(get(server.admin.port(), "/metrics").has("firstline_page_cache_misses_total 1\n"));
  for (const std::string encoding : {"br", "gzip"}) {
    const Headers accept{{"Accept-Encoding", encoding}};
    const Answer first = server.get(kArticle + "?r=1&q=parcel", accept);
    CHECK(first.header("Content-Encoding") == encoding);
    CHECK(server.get(kArticle + "?r=1&q=parcel", accept).body == first.body);
    CHECK(server.get(kArticle, accept).body != first.body);
    CHECK(server
              .get(kArticle + "?r=1&q=parcel",
                   {{"Accept-Encoding", encoding}, {"If-None-Match", first.header("ETag")}})
              .status == 304);
  }
}

TEST_CASE("search trail: an article that was found has its words marked, for whoever found it alone") {
  const TestServer server;
  const Answer page = server.get(kArticle + "?r=1&q=parcels");
  CHECK(page.has("see where the <mark>parcel</mark> is."));
  CHECK(page.has("A late <mark>parcel</mark> usually"));
  CHECK(page.has("<p class=\"found\">The words you searched for are marked. <a href=\"/help" + kArticle +
                 "\">"));
  CHECK(page.header("Cache-Control") == "private, max-age=60, must-revalidate");
  CHECK(page.body.find("<mark>") > page.body.find("<div class=\"prose body\">"));
  CHECK(page.body.rfind("</mark>") < page.body.find("class=\"feedback\""));
  const Answer plain = server.get(kArticle);
  CHECK_FALSE(plain.has("<mark>"));
  CHECK(plain.has("<p class=\"found\" hidden>"));
  CHECK(plain.header("Cache-Control") == "public, max-age=60, must-revalidate");
  const Answer nothing = server.get(kArticle + "?r=1&q=zebra");
  CHECK_FALSE(nothing.has("<mark>"));
  CHECK(nothing.has("<p class=\"found\" hidden>"));
  CHECK(TestServer(sample_site(), Storing::off).get(kArticle + "?r=1&q=parcel").has("<mark>parcel</mark>"));
}

TEST_CASE("search trail: a query is text in the page, whatever it is made of") {
  const TestServer server;
  const std::string query = "\"><script>alert(1)</script>' " + kOpen + "&amp;";
  const Answer page = server.get(kArticle + "?r=1&q=" + kb::encode_query(query));
  const std::string text =
      "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;' &lt;input type=&quot;hidden&quot; "
      "name=&quot;from&quot; disabled&gt;&amp;amp;";
  CHECK(times(page, field(text)) == 3);
  CHECK_FALSE(page.has("<script>alert"));
}

TEST_CASE("search trail: the links that vote after a step carry the query") {
  const TestServer server(with_steps());
  const std::string begin = "/help/en/feedback?id=orders%2Ftrack-my-order&amp;helpful=yes";
  CHECK(server.get(kArticle).has("href=\"" + begin + "\" data-from>"));
  const Answer page = server.get(kArticle + "?r=1&q=" + kb::encode_query("lost & \"late\""));
  CHECK(page.has("href=\"" + begin + "&amp;from=lost+%26+%22late%22\">"));
  CHECK_FALSE(page.has("data-from"));
}

TEST_CASE("search trail: the help panel's pages send the query along") {
  SampleSite sample = sample_site();
  sample.site.widget_origins = {"https://shop.example"};
  TestServer server(sample);
  CHECK(server.get("/en/widget?q=parcel").has(field("parcel")));
  CHECK(server.get("/en/widget/orders/track-my-order?r=1&q=parcel").has(field("parcel")));
  CHECK(server.get("/en/widget/orders/track-my-order").has(kOpen));
  server.get("/en/widget?q=late&from=parcel");
  CHECK(rows(server, "SELECT query, from_query FROM searches WHERE query = 'late'", 2) == "late|parcel\n");
}

TEST_CASE("search trail: programs may say what was searched before") {
  TestServer server;
  server.get("/api/v1/search?q=late&from=Lost+Parcel");
  const std::string page = server.get("/api/v1/feedback").body;
  server.advance(60s);
  const std::string token = page.substr(10, page.find('"', 10) - 10);
  const std::string body =
      "{\"id\":\"orders/track-my-order\",\"helpful\":true,\"from\":\"Lost Parcel\",\"token\":\"" + token +
      "\"}";
  CHECK(server.ask("POST", "/api/v1/feedback", {{"Content-Type", "application/json"}}, body).status == 200);
  CHECK(rows(server, "SELECT query, from_query, source FROM searches", 3) == "late|lost parcel|api\n");
  CHECK(rows(server, "SELECT query, helpful, first > 0 FROM feedback", 3) == "lost parcel|1|1\n");
}

TEST_CASE("search trail: a text too long for an address goes nowhere") {
  TestServer server;
  std::string mail = "my parcel is lost ";
  while (mail.size() <= 1024) mail += "and I am very sad ";
  const std::string encoded = kb::encode_query(mail);
  CHECK_FALSE(server.get("/en/search?q=" + encoded).has("name=\"from\""));
  CHECK_FALSE(post_form(server, "/en/search", {{"q", mail}}).has("name=\"from\""));
  CHECK(times(server.get(kArticle + "?r=1&q=" + encoded), kOpen) == 3);
  server.get("/en/search?q=late&from=" + encoded);
  CHECK_FALSE(
      server.get("/en/feedback?id=orders/track-my-order&helpful=yes&from=" + encoded).has("very sad"));
  CHECK(vote(server, "yes", mail, "203.0.113.1") == 303);
  CHECK(rows(server, "SELECT from_query FROM searches WHERE query = 'late'", 1) == "\n");
  CHECK(rows(server, "SELECT query FROM feedback", 1) == "\n");
  CHECK(rows(server, "SELECT query FROM clicks", 1).empty());
}

TEST_CASE("search trail: a site without events hands nothing on") {
  const TestServer server(with_steps(), Storing::off);
  for (const std::string& target : {kArticle, kArticle + "?r=1&q=parcel", std::string("/en/search?q=parcel")})
    CHECK_FALSE(server.get(target).has("from"));
}

TEST_CASE("search trail: the same words again are no other search, in whatever order") {
  TestServer server;
  for (const std::string query : {"lost+parcel", "Parcel++LOST", "parcel+lost+"})
    server.get("/en/search?q=" + query + "&from=lost+parcel");
  server.get("/en/search?q=lost&from=lost+parcel");
  CHECK(rows(server, "SELECT query, from_query, first > 0 FROM searches", 3) ==
        "lost parcel||1\nparcel lost||0\nparcel lost||0\nlost|lost parcel|1\n");
}

TEST_CASE("search trail: 10,000 clicks from one address are one first click") {
  TestServer server;
  server.get("/en/search?q=parcel");
  Connection connection(server.port());
  const std::string click = request_text("GET", "/help/en/orders/change-address?r=1&q=parcel");
  for (int i = 0; i < 10'000; ++i) {
    connection.send(click);
    REQUIRE(connection.receive().status == 200);
    if (i % 100 == 0) server.writer.flush();
  }
  CHECK(rows(server, "SELECT SUM(first > 0), COUNT(*) > 5000 FROM clicks", 2) == "1|1\n");
}

TEST_CASE("search trail: one address that comes every day with all it has moves nothing, two on one day do") {
  TestServer server;
  const auto outcomes = [&] {
    server.writer.flush();
    return events::search_outcomes({server.folder / "events.sqlite"}, {.min_clients = 2});
  };
  const auto come = [&](const std::string& client) {
    for (int i = 0; i < 3; ++i) {
      server.get("/en/search?q=parcel", from(client));
      server.get(kArticle + "?r=1&q=parcel", from(client));
    }
  };
  for (int day = 0; day < 30; ++day) {
    for (const char* client : {"2001:db8:1:1::1", "2001:db8:1:1::2", "2001:db8:1:1:ffff::3"}) come(client);
    CHECK(vote(server, "no", "parcel", "2001:db8:1:1::4") == 303);
    CHECK(vote(server, "yes", "parcel", "2001:db8:1:1::5") == 303);
    server.writer.flush();  // more clicks in a second are not believed
    server.advance(24h);
  }
  CHECK(outcomes().empty());
  for (int i = 0; i < 2; ++i) come(address(i));
  const auto list = outcomes();
  REQUIRE(list.size() == 1);
  CHECK(list[0].query == "parcel");
  CHECK(list[0].article_id == "orders/track-my-order");
  CHECK(list[0].searches.all == 32);
  CHECK(list[0].searches.beyond == 1);
  CHECK(list[0].clicks.all == 32);
  CHECK(list[0].clicks.beyond == 1);
  CHECK(list[0].unhelpful.all == 30);  // the first vote of each day
  CHECK(list[0].unhelpful.beyond == 0);
  CHECK(list[0].helpful.all == 0);
}

TEST_CASE("search trail: what a client says of itself before the last proxy does not make it many") {
  TestServer server;
  for (int i = 0; i < 5; ++i)
    server.get("/en/search?q=parcel", from("203.0.113." + std::to_string(i) + ", 192.0.2.7"));
  CHECK(rows(server, "SELECT SUM(first > 0), COUNT(*) FROM searches", 2) == "1|5\n");
}
