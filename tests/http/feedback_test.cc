#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "events/database.h"
#include "events/reader.h"
#include "tests/http/form_client.h"
#include "tests/http/json_schema.h"

using namespace http_test;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

const Headers kOwn{{"Sec-Fetch-Site", "same-origin"}};  // as browsers say of a form on our page
const std::string kPage = "/en/feedback?id=orders/track-my-order&helpful=no";
const std::string kApi = "/api/v1/feedback";

Fields vote(const std::string& token, const std::string& comment = "") {
  return {{"id", "orders/track-my-order"},
          {"helpful", "no"},
          {"reason", "outdated"},
          {"comment", comment},
          {"website", ""},
          {"token", token}};
}

std::vector<events::Comment> stored(const TestServer& server) {
  return events::Reader(server.folder / "events.sqlite").comments({});
}

bool counts(const TestServer& server, const std::string& outcome, int count) {
  return get(server.admin.port(), "/metrics")
      .has("firstline_forms_total{form=\"feedback\",outcome=\"" + outcome + "\"} " + std::to_string(count) +
           "\n");
}

std::string long_text(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) text += "\u00e4";
  return text;
}

}  // namespace

TEST_CASE("feedback: every article asks, and the answer has a form of its own that nobody keeps") {
  const TestServer server;
  const Answer article = server.get("/en/orders/track-my-order");
  CHECK(article.has("<form action=\"/help/en/feedback\" method=\"post\" data-feedback>"));
  CHECK(article.has("name=\"id\" value=\"orders/track-my-order\""));
  CHECK(token_in(article).empty());
  for (const std::string helpful : {"yes", "no"}) {
    const Answer page = server.get("/en/feedback?id=orders/track-my-order&helpful=" + helpful);
    CHECK(page.status == 200);
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(page.header("ETag") == "");
    CHECK(page.has("<meta name=\"robots\" content=\"noindex\">"));
    CHECK(page.has("href=\"/help/en/orders/track-my-order\""));
    CHECK(page.has("name=\"reason\"") == (helpful == "no"));
    CHECK(token_in(page) != token_in(server.get(kPage)));
  }
  CHECK(server.get("/en/feedback?id=orders/track-my-order").header("Location") ==
        "/help/en/orders/track-my-order");
  for (const std::string target : {"/en/feedback", "/en/feedback?id=no/such&helpful=yes"})
    CHECK(server.get(target).status == 404);
}

TEST_CASE("feedback: is on the disk before the thanks, without what tells who sent it") {
  TestServer server;
  const std::string token = fresh_token(server, kPage);
  const Answer answer = post_form(server, "/en/feedback", vote(token, "Mail me: joe@shop.example\r\nor not"),
                                  {{"User-Agent", "Robin/1"}, {"X-Forwarded-For", "203.0.113.9"}});
  CHECK(answer.status == 303);
  CHECK(answer.header("Location") == "/help/en/feedback?id=orders%2Ftrack-my-order&helpful=no&sent=1");
  CHECK(answer.header("Cache-Control") == "no-store");
  CHECK(answer.header("Set-Cookie") == "");
  const auto list = stored(server);
  REQUIRE(list.size() == 1);
  CHECK(list[0].article_id == "orders/track-my-order");
  CHECK(list[0].reason == "outdated");
  CHECK(list[0].comment == "Mail me: <email> or not");
  CHECK_FALSE(list[0].helpful);
  const Answer thanks = server.get(answer.header("Location"));
  CHECK(thanks.status == 200);
  CHECK(thanks.has("Thank you"));
  CHECK(token_in(thanks).empty());
  CHECK(counts(server, "stored", 1));
}

TEST_CASE("feedback: a vote sent twice counts once, and says so") {
  TestServer server;
  const std::string token = fresh_token(server, kPage);
  CHECK(post_form(server, "/en/feedback", vote(token, "one")).status == 303);
  const Answer again = post_form(server, "/en/feedback", vote(token, "two"));
  CHECK(again.status == 409);
  CHECK(again.has("We already have this"));
  CHECK(stored(server).size() == 1);
  CHECK(counts(server, "duplicate", 1));
}

TEST_CASE("feedback: the first click counts without a token, and its answer takes the reason") {
  TestServer server;
  const Fields click{{"id", "orders/track-my-order"}, {"website", ""}, {"helpful", "no"}};
  const Answer counted = post_form(server, "/en/feedback", click, kOwn);
  CHECK(counted.status == 303);
  REQUIRE(stored(server).empty());  // no reason yet
  CHECK(counts(server, "stored", 1));
  const Answer page = server.get(counted.header("Location"));
  CHECK(page.has("that\u2019s counted"));
  CHECK(page.has("name=\"reason\""));
  CHECK(counted.header("Location").ends_with("token=" + token_in(page)));
  server.advance(5s);
  const Answer thanks = post_form(server, "/en/feedback", vote(token_in(page), "The picture is old"));
  CHECK(thanks.header("Location").ends_with("sent=1"));
  REQUIRE(stored(server).size() == 1);
  CHECK(stored(server)[0].comment == "The picture is old");
  CHECK(events::Reader(server.folder / "events.sqlite").article_feedback({}).at(0).unhelpful == 1);
  CHECK(post_form(server, "/en/feedback", vote(token_in(page), "And more")).status == 409);
  server.advance(2h);
  CHECK_FALSE(server.get(counted.header("Location")).has("that\u2019s counted"));
}

TEST_CASE("feedback: a click from elsewhere, by a robot or for nothing is not counted") {
  TestServer server;
  const Fields click{{"id", "orders/track-my-order"}, {"website", ""}, {"helpful", "yes"}};
  CHECK(post_form(server, "/en/feedback", click, {{"Origin", "https://evil.example"}}).status == 403);
  CHECK(post_form(server, "/en/feedback", click, {{"Sec-Fetch-Site", "cross-site"}}).status == 403);
  CHECK(post_form(server, "/en/feedback", click, {{"Origin", "null"}}).status == 403);
  CHECK(post_form(server, "/en/feedback", with(click, "website", "x"), kOwn).status == 422);
  CHECK(post_form(server, "/en/feedback", with(click, "helpful", "perhaps"), kOwn).status == 422);
  CHECK(post_form(server, "/en/feedback", with(click, "id", "no/such"), kOwn).status == 422);
  CHECK(counts(server, "trap", 1));
  const Answer asked = post_form(server, "/en/feedback", click);  // nothing says from which page
  CHECK(asked.status == 200);
  CHECK_FALSE(token_in(asked).empty());
  CHECK(events::Reader(server.folder / "events.sqlite").article_feedback({}).empty());
  int sent = 0;
  while (sent < 100 && post_form(server, "/en/feedback", click, kOwn).status == 303) ++sent;
  CHECK(sent > 0);
  CHECK(sent < 100);
}

TEST_CASE("feedback: clicking again counts once, and the last click counts") {
  TestServer server;
  const auto click = [&](const std::string& helpful, const std::string& address = "192.0.2.1",
                         const std::string& id = "orders/track-my-order") {
    Headers headers = kOwn;
    headers.emplace_back("X-Forwarded-For", address);
    return post_form(server, "/en/feedback", {{"id", id}, {"website", ""}, {"helpful", helpful}}, headers);
  };
  const auto votes = [&] {
    const auto list = events::Reader(server.folder / "events.sqlite").article_feedback({});
    REQUIRE(list.size() == 1);
    return std::to_string(list[0].helpful) + " yes, " + std::to_string(list[0].unhelpful) + " no";
  };
  const Answer first = click("yes");
  CHECK(click("yes").header("Location") == first.header("Location"));
  CHECK(votes() == "1 yes, 0 no");
  const Answer changed = click("no");
  CHECK(votes() == "0 yes, 1 no");
  const std::string token = token_in(server.get(changed.header("Location")));
  server.advance(5s);
  CHECK(post_form(server, "/en/feedback", vote(token, "It is old")).status == 303);
  CHECK(click("yes").status == 303);  // perhaps somebody else: a reason that was given stays
  CHECK(votes() == "1 yes, 1 no");
  CHECK(click("yes", "192.0.2.2").status == 303);
  CHECK(votes() == "2 yes, 1 no");
  server.advance(10min);
  CHECK(click("yes").status == 303);
  CHECK(votes() == "3 yes, 1 no");
}

TEST_CASE("feedback: what cannot be accepted is shown again, with what was typed and a new token") {
  TestServer server;
  const std::string token = fresh_token(server, kPage);
  const std::string mine = "<script>alert(1)</script> \U0001F600 \u202Eesrever";
  struct Case {
    Fields fields;
    int status;
    std::string fragment;
  };
  const std::vector<Case> cases{
      {with(vote(token, mine), "token", ""), 403, "open for too long"},
      {with(vote(token, mine), "token", token + "0"), 403, "open for too long"},
      {with(vote(token, mine), "website", "http://spam.example"), 422, "be seen was filled in"},
      {with(vote(token, mine), "helpful", ""), 422, "Say whether"},
      {with(vote(token, mine), "helpful", "maybe"), 422, "Say whether"},
      {with(vote(token, mine), "reason", "because"), 422, "Choose one"},
      {with(vote(token, mine), "id", ""), 422, "here any more"},
      {with(vote(token, mine), "id", "no/such"), 422, "here any more"},
      {vote(token, mine + long_text(2001)), 422, "href=\"#fb-comment\""},
      {vote(token, mine + long_text(10'000)), 422, "2,000 characters"},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.fragment);
    const Answer answer = post_form(server, "/en/feedback", expected.fields);
    CHECK(answer.status == expected.status);
    CHECK(answer.header("Cache-Control") == "no-store");
    CHECK(answer.has(expected.fragment));
    CHECK(answer.has("role=\"alert\""));
    CHECK(answer.has("&lt;script&gt;alert(1)&lt;/script&gt; \U0001F600 \u202Eesrever"));
    CHECK_FALSE(answer.has("<script>alert"));
    CHECK(token_in(answer) != "");
    CHECK(token_in(answer) != token);
    server.advance(60s);
  }
  CHECK(stored(server).empty());
  CHECK(counts(server, "wrong_token", 2));
  CHECK(counts(server, "trap", 1));
  CHECK(counts(server, "invalid", 7));
  CHECK(post_form(server, "/en/feedback", vote(token_in(server.get(kPage)))).has("very quick"));
  CHECK(counts(server, "too_soon", 1));
  server.advance(2h);
  CHECK(post_form(server, "/en/feedback", vote(token)).status == 403);
  CHECK(counts(server, "expired_token", 1));
}

TEST_CASE("feedback: 2,000 characters of any script are kept whole") {
  TestServer server;
  CHECK(post_form(server, "/en/feedback", vote(fresh_token(server, kPage), long_text(2000))).status == 303);
  REQUIRE(stored(server).size() == 1);
  CHECK(stored(server)[0].comment == long_text(2000));
}

TEST_CASE("feedback: a body that is no form is refused, whatever it is") {
  const TestServer server;
  const Headers form{{"Content-Type", "application/x-www-form-urlencoded"}};
  for (const std::string body : {"comment=%00", "comment=%FF", "comment=%", "id=%C3%28"}) {
    CAPTURE(body);
    const Answer answer = server.ask("POST", "/en/feedback", form, body);
    CHECK(answer.status == 422);
    CHECK(answer.has("read that form"));
  }
  std::string many = "id=x";
  for (int i = 0; i < 32; ++i) many += "&f" + std::to_string(i) + "=";
  CHECK(server.ask("POST", "/en/feedback", form, many).status == 422);
  CHECK(server.ask("POST", "/en/feedback", {{"Content-Type", "text/plain"}}, "id=x").status == 422);
  CHECK(server.ask("POST", "/en/feedback").status == 422);
  CHECK(server.ask("POST", "/en/feedback", form, std::string(70'000, 'x')).status == 413);
  const Answer put = server.ask("PUT", "/en/feedback");
  CHECK(put.status == 405);
  CHECK(put.header("Allow") == "GET, HEAD, POST");
}

TEST_CASE("feedback: another site's page cannot send it") {
  TestServer server;
  const std::string token = fresh_token(server, kPage);
  for (const Headers& headers :
       {Headers{{"Origin", "https://evil.example"}}, Headers{{"Origin", "null"}},
        Headers{{"Sec-Fetch-Site", "cross-site"}}, Headers{{"Sec-Fetch-Site", "same-site"}}}) {
    const Answer page = post_form(server, "/en/feedback", vote(token), headers);
    CHECK(page.status == 403);
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(page.has("come from this site"));
    const Answer problem = post_form(server, kApi, vote(token), headers);
    CHECK(problem.status == 403);
    CHECK(problem.header("Content-Type") == "application/problem+json");
  }
  CHECK(stored(server).empty());
  CHECK(counts(server, "foreign", 4));
  CHECK(post_form(server, "/en/feedback", vote(token), {{"Origin", "https://shop.example"}}).status == 303);
}

TEST_CASE("feedback: who sends too much is asked to wait, others are not") {
  TestServer server;
  const Headers visitor{{"X-Forwarded-For", "203.0.113.1"}};
  Answer last;
  for (int i = 0; i < 21; ++i) last = post_form(server, "/en/feedback", vote("", "kept"), visitor);
  CHECK(last.status == 429);
  CHECK(last.header("Retry-After") == "3");
  CHECK(last.has("wait a minute"));
  CHECK(last.has("kept</textarea>"));
  const Answer api = post_form(server, kApi, vote(""), visitor);
  CHECK(api.status == 429);
  CHECK(api.header("Retry-After") == "3");
  CHECK(counts(server, "too_many", 2));
  CHECK(post_form(server, kApi, vote(""), {{"X-Forwarded-For", "203.0.113.2"}}).status == 403);
  CHECK(server.get("/en/", visitor).status == 200);
}

TEST_CASE("feedback: what is not stored is never thanked for, and other pages answer") {
  TestServer server;
  const std::string token = fresh_token(server, kPage);
  {
    events::Database other(server.folder / "events.sqlite", events::OpenMode::existing, 0ms);
    const events::Transaction lock(other);
    const Answer page = post_form(server, "/en/feedback", vote(token, "mine"));
    CHECK(page.status == 503);
    CHECK(page.has("store it just now"));
    CHECK(page.has("mine</textarea>"));
    const Answer api = post_form(server, kApi, vote(token, "mine"));
    CHECK(api.status == 503);
    CHECK(api.header("Content-Type") == "application/problem+json");
    CHECK(server.get("/en/orders/track-my-order").status == 200);
    CHECK(server.get("/en/search?q=parcel").status == 200);
  }
  CHECK(counts(server, "failed", 2));
  CHECK(stored(server).empty());
  CHECK(post_form(server, "/en/feedback", vote(token, "mine")).status == 303);
  CHECK(stored(server).size() == 1);
}

TEST_CASE("feedback: without a place to store it nobody is asked") {
  const TestServer server(sample_site(), Storing::off);
  CHECK_FALSE(server.get("/en/orders/track-my-order").has("data-feedback"));
  CHECK(server.get(kPage).status == 404);
  CHECK(post_form(server, "/en/feedback", vote("")).status == 404);
  CHECK(server.get(kApi).status == 404);
  CHECK(post_form(server, kApi, vote("")).status == 404);
  const TestServer no_index(std::nullopt);
  CHECK(no_index.get(kPage).status == 503);
  CHECK(post_form(no_index, kApi, vote("")).status == 503);
}

TEST_CASE("feedback api: as described, in JSON and as a form") {
  TestServer server;
  const json description = json::parse(server.get("/openapi.json").body);
  const auto check = [&](const Answer& answer, const std::string& method) {
    const json& response = description["paths"][kApi][method]["responses"].at(std::to_string(answer.status));
    const json& schema = response["content"].at(answer.header("Content-Type"))["schema"];
    CHECK(mismatch(description, schema, json::parse(answer.body)) == "");
    CHECK(answer.header("Cache-Control") == "no-store");
  };
  const auto token = [&] {
    const Answer answer = server.get(kApi);
    check(answer, "get");
    server.advance(60s);
    return json::parse(answer.body)["token"].get<std::string>();
  };
  const auto send = [&](const std::string& body) {
    const Answer answer =
        server.ask("POST", kApi, {{"Content-Type", "application/json; charset=utf-8"}}, body);
    check(answer, "post");
    return answer.status;
  };
  const std::string used = token();
  const json good{
      {"token", used}, {"id", "orders/track-my-order"}, {"helpful", true}, {"comment", "\U0001F600"}};
  CHECK(send(good.dump()) == 200);
  CHECK(send(good.dump()) == 409);
  CHECK(stored(server).at(0).comment == "\U0001F600");
  CHECK(stored(server).at(0).helpful);
  json german = good;
  german["lang"] = "de";
  german["token"] = token();
  CHECK(send(german.dump()) == 200);
  const std::vector<std::pair<json, int>> wrong{
      {json::object({{"token", "x"}}), 403},
      {json::object({{"lang", "xx"}}), 422},
      {json::object({{"helpful", "perhaps"}}), 422},
      {json::object({{"id", "no/such"}}), 422},
      {json::object({{"reason", "because"}}), 422},
      {json::object({{"comment", std::string(2001, 'x')}}), 422},
      {json::object({{"comment", 7}}), 422},
      {json::object({{"comment", std::string("a\0b", 3)}}), 422},
      {json::object({{"website", "spam"}}), 422},
      {json::object({{"comment", nullptr}}), 422},
  };
  for (const auto& [change, status] : wrong) {
    CAPTURE(change.dump());
    json body = good;
    body["token"] = token();
    body.update(change);
    CHECK(send(body.dump()) == status);
  }
  for (const std::string body : {"", "{", "[]", "\"text\"", "{\"comment\":\"\xFF\"}"})
    CHECK(send(body) == 422);
  CHECK(send(std::string(60'000, '[')) == 422);
  const Answer text = server.ask("POST", kApi, {{"Content-Type", "text/plain"}}, good.dump());
  CHECK(text.status == 415);
  check(text, "post");
  Fields form = vote(token());
  CHECK(post_form(server, kApi, form).status == 200);
  CHECK(stored(server).size() == 3);
}

TEST_CASE("feedback: an article shows its votes where the site wants it, from so many on") {
  SampleSite sample = sample_site();
  sample.site.helpful_counts = 3;
  TestServer server(sample);
  const auto article = [&] { return server.get("/en/orders/track-my-order"); };
  const Fields click{{"id", "orders/track-my-order"}, {"website", ""}, {"helpful", ""}};
  const auto click_from = [&](const std::string& address, const std::string& helpful) {
    Headers headers = kOwn;
    headers.push_back({"X-Forwarded-For", address});
    CHECK(post_form(server, "/en/feedback", with(click, "helpful", helpful), headers).status == 303);
  };
  click_from("203.0.113.1", "yes");
  click_from("203.0.113.2", "no");
  server.votes.refresh();
  const Answer few = article();
  CHECK_FALSE(few.has("found this helpful"));
  click_from("203.0.113.3", "yes");
  const auto later = std::chrono::steady_clock::now() + 1h;
  server.votes.refresh(later);
  const Answer enough = article();
  CHECK(enough.has("2 of 3 found this helpful"));
  CHECK(enough.header("ETag") != few.header("ETag"));
  CHECK_FALSE(server.get("/de/orders/track-my-order").has("fanden das hilfreich"));
  CHECK_FALSE(TestServer().get("/en/orders/track-my-order").has("found this helpful"));
}
