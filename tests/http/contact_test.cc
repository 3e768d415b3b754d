#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "events/database.h"
#include "events/reader.h"
#include "tests/http/form_client.h"

using namespace http_test;
using namespace std::chrono_literals;

namespace {

SampleSite site_with_channels() {
  SampleSite sample = sample_site();
  kb::Channel german;
  german.kind = kb::ChannelKind::phone;
  german.label = {{"en", "Phone in German"}, {"de", "Telefon"}};
  german.value = "+49 (0) 30 23125 321";
  german.languages = {"de"};
  german.time_zone = "Europe/Berlin";
  german.open = {{0b0011111, 9h, 18h}};
  kb::Channel mail;
  mail.kind = kb::ChannelKind::email;
  mail.label = {{"en", "Email"}};
  mail.value = "help@shop.example";
  mail.reply_time = {{"en", "Within one day"}, {"de", "Innerhalb eines Tages"}};
  kb::Channel chat;
  chat.kind = kb::ChannelKind::chat;
  chat.label = {{"en", "Chat"}};
  chat.value = "https://shop.example/chat?a=1&b=2";
  chat.time_zone = "Asia/Tokyo";
  chat.open = {{0b1111111, 0h, 24h}};
  sample.site.contact = {german, mail, chat};
  return sample;
}

Fields request(const std::string& token, const std::string& question) {
  return {{"question", question}, {"website", ""}, {"token", token}};
}

std::vector<events::RequestCount> requests(const TestServer& server) {
  events::QueryFilter filter;
  filter.min_occurrences = 1;
  return events::Reader(server.folder / "events.sqlite").requested_articles(filter);
}

std::vector<events::ContactCount> steps(TestServer& server) {
  server.writer.flush();
  return events::Reader(server.folder / "events.sqlite").contact_counts({});
}

}  // namespace

TEST_CASE("contact: shows the channels, those of this language first, with hours that are right now") {
  TestServer server(site_with_channels());
  const Answer page = server.get("/en/contact");
  CHECK(page.status == 200);
  CHECK(page.header("Cache-Control") == "no-store");
  CHECK(page.header("ETag") == "");
  CHECK(page.has("<link rel=\"canonical\" href=\"https://shop.example/help/en/contact\">"));
  CHECK_FALSE(page.has("noindex"));
  for (const std::string fragment :
       {"href=\"tel:+493023125321\"", "Call +49 (0) 30 23125 321", "Open now until 18:00", "Berlin time",
        "In German", "href=\"mailto:help@shop.example\"", ">help@shop.example</a>", "Within one day",
        "Open day and night", "href=\"https://shop.example/chat?a=1&amp;b=2\"",
        "ping=\"/help/en/contact/chosen?channel=3\""}) {
    CAPTURE(fragment);
    CHECK(page.has(fragment));
  }
  CHECK(page.body.find(">Email<") < page.body.find(">Phone in German<"));
  const Answer german = server.get("/de/contact");
  CHECK(german.has("Jetzt erreichbar bis 18:00 Uhr"));
  CHECK(german.has("Innerhalb eines Tages"));
  CHECK(german.body.find(">Telefon<") < german.body.find(">Email<"));
  server.advance(9h);  // Friday, 18:00 in Berlin
  CHECK(server.get("/en/contact").has("Closed; opens Monday at 09:00"));
  server.advance(48h);
  CHECK(server.get("/en/contact").has("Closed; opens tomorrow at 09:00"));
  server.advance(10h);
  CHECK(server.get("/en/contact").has("Closed; opens today at 09:00"));
}

TEST_CASE("contact: one morning has one name, whatever day it is where the channels are") {
  SampleSite sample = sample_site();
  const auto saturdays = [](std::string label, std::string zone, std::chrono::hours from) {
    kb::Channel channel;
    channel.kind = kb::ChannelKind::phone;
    channel.label = {{"en", std::move(label)}};
    channel.value = "+49 30 23125 321";
    channel.time_zone = std::move(zone);
    channel.open = {{0b0100000U, from, 18h}};
    return channel;
  };
  sample.site.contact = {saturdays("Berlin", "Europe/Berlin", 10h),
                         saturdays("Auckland", "Pacific/Auckland", 12h)};
  TestServer server(sample);
  CHECK(server.get("/en/contact").has("Closed; opens tomorrow at 10:00"));  // Friday in both
  server.advance(14h);  // Friday in Berlin, Saturday in Auckland
  const Answer page = server.get("/en/contact");
  CHECK(page.has("Closed; opens Saturday at 10:00"));
  CHECK(page.has("Closed; opens Saturday at 12:00"));
}

TEST_CASE("contact: a chat whose address has room for it gets the question and what was read") {
  SampleSite sample = sample_site();
  kb::Channel chat;
  chat.kind = kb::ChannelKind::chat;
  chat.value = "https://chat.example/?m={message}";
  sample.site.contact = {chat};
  const TestServer server(sample);
  CHECK(server.get("/en/contact").has("href=\"https://chat.example/?m=\""));
  const Answer page = server.get("/en/contact?q=Where+is+my+parcel%3F&article=account/reset-password");
  CHECK(page.has("href=\"https://chat.example/?m=Where%20is%20my%20parcel%3F%0A"));
  CHECK(page.has("account%2Freset-password"));
}

TEST_CASE("contact: a question shows its answers first, and goes with the email") {
  TestServer server(site_with_channels());
  const Answer page = server.get("/en/contact?q=Where+is+my+parcel%3F&article=account/reset-password");
  CHECK(page.status == 200);
  CHECK(page.has("<meta name=\"robots\" content=\"noindex\">"));
  CHECK(page.has("value=\"Where is my parcel?\""));
  CHECK(page.has("href=\"/help/en/orders/track-my-order?from=contact"));
  CHECK(page.has("href=\"/help/en/account/reset-password\">Reset your password</a>"));
  CHECK(page.has(
      "subject=Question%3A%20Where%20is%20my%20parcel%3F&amp;body=Where%20is%20my%20parcel%3F%0D%0A"));
  CHECK(page.has("https%3A%2F%2Fshop.example%2Fhelp%2Fen%2Faccount%2Freset-password"));
  const Answer nothing = server.get("/en/contact?q=zzzqqq");
  CHECK(nothing.has("We have no article"));
  CHECK(nothing.has("body=zzzqqq\""));
}

TEST_CASE("contact: what was typed is text, however odd") {
  TestServer server(site_with_channels());
  const Answer page =
      server.get("/en/contact?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%E2%80%AE%26bcc%3Dx");
  CHECK(page.status == 200);
  CHECK(page.has("&lt;script&gt;alert(1)&lt;/script&gt;\u202E&amp;bcc=x"));
  CHECK_FALSE(page.has("<script>alert"));
  CHECK(page.has("%26bcc%3Dx"));
  CHECK(server.get("/en/contact?q=%00").status == 400);
  CHECK(server.get("/en/contact?q=" + std::string(1025, 'a')).status == 400);
  CHECK(server.get("/en/contact?q=+&article=no/such").status == 200);
}

TEST_CASE("contact: a search that asks for people shows those who answer now") {
  TestServer server(site_with_channels());
  const Answer page = server.get("/en/search?q=phone+number");
  CHECK(page.header("Cache-Control") == "no-store");
  CHECK(page.header("ETag") == "");
  for (const std::string fragment : {"Talk to us", "href=\"tel:+493023125321\"", "Open now until 18:00",
                                     "mailto:help@shop.example?subject=Question%3A%20phone%20number",
                                     "href=\"/help/en/contact?q=phone+number\""}) {
    CAPTURE(fragment);
    CHECK(page.has(fragment));
  }
  CHECK_FALSE(page.has("target=\"_blank\""));
  server.advance(9h);  // Friday, 18:00 in Berlin
  const Answer evening = server.get("/en/search?q=phone+number");
  CHECK_FALSE(evening.has("tel:+493023125321"));
  CHECK(evening.has("Open day and night"));
  for (const std::string other : {"change+phone+number", "email+not+received", "zzz"}) {
    CAPTURE(other);
    const Answer none = server.get("/en/search?q=" + other);
    CHECK_FALSE(none.has("Talk to us"));
    CHECK(none.header("Cache-Control") != "no-store");
  }
  CHECK_FALSE(TestServer().get("/en/search?q=phone+number").has("Talk to us"));
}

TEST_CASE("contact: when nobody answers now, the card says when somebody will") {
  SampleSite sample = site_with_channels();
  sample.site.contact.resize(1);
  TestServer server(sample);
  server.advance(9h);
  CHECK(server.get("/en/search?q=phone+number").has("Closed; opens Monday at 09:00"));
}

TEST_CASE("contact: the API has the channels beside the answer") {
  TestServer server(site_with_channels());
  server.advance(9h);
  const Answer answer = server.get("/api/v1/search?q=phone+number");
  CHECK(answer.header("Cache-Control") == "no-store");
  const auto contact = nlohmann::json::parse(answer.body).at("contact");
  CHECK(contact.at("url") == "/help/en/contact?q=phone+number");
  CHECK(contact.at("channels").dump() ==
        R"([{"kind":"email","label":"Email","open":null,"value":"help@shop.example"},)"
        R"({"kind":"chat","label":"Chat","open":true,"value":"https://shop.example/chat?a=1&b=2"},)"
        R"({"kind":"phone","label":"Phone in German","open":false,"value":"+49 (0) 30 23125 321"}])");
  CHECK(nlohmann::json::parse(server.get("/api/v1/search?q=parcel").body).at("contact").is_null());
}

TEST_CASE("contact: it is suggested first to who asks for people, later to who may") {
  const TestServer server(site_with_channels());
  const auto place = [&](const std::string& typed) {
    const auto list = nlohmann::json::parse(server.get("/api/v1/suggest?q=" + typed).body)["suggestions"];
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i]["kind"] != "contact") continue;
      CHECK(list[i]["id"] == "contact");
      CHECK(list[i]["title"] == "Contact us");
      CHECK(list[i]["url"] == "/help/en/contact");
      return static_cast<int>(i);
    }
    return -1;
  };
  CHECK(place("phone") == 0);
  CHECK(place("phone+num") >= 0);
  CHECK(place("pho") >= 0);
  CHECK(place("par") == -1);
  CHECK(place("change+pho") == -1);
}

TEST_CASE("contact: a pin and a channel's own words lead to people") {
  SampleSite sample = site_with_channels();
  sample.site.pins.push_back({"where is my parcel", "en", "contact"});
  sample.site.contact.front().words = {{"en", "bell, ring the bell"}};
  const TestServer server(sample);
  CHECK(server.get("/en/search?q=Where+is+my+parcel%3F").has("Talk to us"));
  CHECK(server.get("/en/search?q=bell").has("Talk to us"));
  CHECK(server.get("/en/search?q=parcel+lost+ring+the+bell").has("Talk to us"));
  CHECK_FALSE(server.get("/en/search?q=parcel").has("Talk to us"));
}

TEST_CASE("contact: pages lead to it, with what was asked and read") {
  const TestServer server(site_with_channels());
  CHECK(server.get("/en/orders/track-my-order")
            .has("href=\"/help/en/contact?article=orders%2Ftrack-my-order\""));
  CHECK(server.get("/en/search?q=zzz+qqq").has("href=\"/help/en/contact?q=zzz+qqq\""));
  CHECK(server.get("/en/search?q=parcel").has("href=\"/help/en/contact?q=parcel\""));
  CHECK(server.get("/en/missing").has("href=\"/help/en/contact\""));
  CHECK(server.get("/de/").has("href=\"/help/de/contact\""));
  const TestServer silent(sample_site(), Storing::off);
  CHECK_FALSE(silent.get("/en/missing").has("/contact"));
  const TestServer only_forms;
  CHECK(only_forms.get("/en/missing").has("href=\"/help/en/contact\""));
  CHECK(only_forms.get("/en/contact").has("Ask us to write this"));
}

TEST_CASE("contact: a missing article is asked for once, and the page goes on with the question") {
  TestServer server(site_with_channels());
  const std::string token = fresh_token(server, "/en/contact?q=Robin+in+Blue");
  const Answer sent = post_form(server, "/en/contact", request(token, "Robin in Blue?"));
  CHECK(sent.status == 303);
  const std::string location = sent.header("Location");
  CHECK(location.starts_with("/help/en/contact?asked="));
  CHECK(location.find("Robin") == std::string::npos);
  CHECK(sent.header("Cache-Control") == "no-store");
  REQUIRE(requests(server).size() == 1);
  CHECK(requests(server)[0].query == "robin in blue");
  const Answer thanks = server.get(location);
  CHECK(thanks.has("noted."));
  CHECK(thanks.has("value=\"Robin in Blue?\""));
  CHECK(thanks.has("body=Robin%20in%20Blue%3F"));
  CHECK_FALSE(thanks.has("q=Robin"));
  CHECK_FALSE(thanks.has("Ask us to write this"));
  CHECK(thanks.has("tel:"));
  const Answer again = post_form(server, "/en/contact", request(token, "Robin in Blue?"));
  CHECK(again.status == 409);
  CHECK(again.has("We already have this"));
  CHECK(requests(server).size() == 1);
}

TEST_CASE("contact: a question that was sent stands in no address, and the thanks work without it") {
  TestServer server(site_with_channels());
  const std::string token = fresh_token(server, "/en/contact");
  const Answer refused = post_form(server, "/en/contact", request("", "Robin in Blue?"));
  CHECK(refused.status == 403);
  CHECK(refused.has("value=\"Robin in Blue?\""));
  CHECK_FALSE(refused.has("q=Robin"));
  const Answer sent = post_form(server, "/en/contact", request(token, "Robin in Blue?"));
  server.advance(2h);
  const Answer late = server.get(sent.header("Location"));
  CHECK(late.status == 200);
  CHECK(late.has("noted."));
  CHECK_FALSE(late.has("Robin"));
}

TEST_CASE("contact: a question that is typed on the page stands in no address") {
  TestServer server(site_with_channels());
  const Answer form = server.get("/en/contact?article=account/reset-password");
  CHECK(form.has("action=\"/help/en/contact\" method=\"post\">\n<label class=\"vh\" for=\"q\">"));
  const Fields typed{{"q", "Where is my parcel?"}, {"article", "account/reset-password"}};
  const Answer sent = post_form(server, "/en/contact", typed);
  CHECK(sent.status == 303);
  const std::string location = sent.header("Location");
  CHECK(location.starts_with("/help/en/contact?question="));
  CHECK(location.ends_with("&article=account%2Freset-password"));
  CHECK(location.find("parcel") == std::string::npos);
  const Answer page = server.get(location);
  CHECK(page.has("value=\"Where is my parcel?\""));
  CHECK(page.has("href=\"/help/en/orders/track-my-order?from=contact"));
  CHECK(page.has("href=\"/help/en/account/reset-password\">Reset your password</a>"));
  CHECK(page.has("<meta name=\"robots\" content=\"noindex\">"));
  CHECK(page.has("Ask us to write this"));
  CHECK_FALSE(page.has("noted."));
  CHECK_FALSE(page.has("q=Where"));
  // Another language keeps the question.
  const std::string name = location.substr(0, location.find('&')).substr(location.find('=') + 1);
  CHECK(page.has("href=\"/help/de/contact?question=" + name + "\""));
  CHECK(server.get("/de/contact?question=" + name).has("value=\"Where is my parcel?\""));
  CHECK(requests(server).empty());
  server.advance(2h);
  CHECK_FALSE(server.get(location).has("parcel?"));
}

TEST_CASE("contact: the thanks page's own form sends the question on without an address") {
  TestServer server(site_with_channels());
  const std::string token = fresh_token(server, "/en/contact");
  const Answer sent = post_form(server, "/en/contact", request(token, "Robin in Blue?"));
  const Answer thanks = server.get(sent.header("Location"));
  CHECK(thanks.has("value=\"Robin in Blue?\""));
  CHECK_FALSE(thanks.has("method=\"get\""));
}

TEST_CASE("contact: a question that is too long, too frequent or from elsewhere is refused in words") {
  TestServer server(site_with_channels());
  const Answer longer = post_form(server, "/en/contact", {{"q", std::string(1025, 'a')}});
  CHECK(longer.status == 422);
  CHECK(longer.has("href=\"#q\""));
  CHECK(post_form(server, "/en/contact", {{"q", "parcel"}}, {{"Origin", "https://evil.example"}}).status ==
        403);
  Answer last;
  for (int i = 0; i < 25; ++i) last = post_form(server, "/en/contact", {{"q", "parcel"}});
  CHECK(last.status == 429);
  CHECK(last.has("role=\"alert\""));
  CHECK(last.has("value=\"parcel\""));
}

TEST_CASE("contact: suggestions come without an address that holds what was typed, as often as one types") {
  const TestServer server(site_with_channels());
  const Fields typed{{"q", "trac"}, {"lang", "en"}, {"limit", "7"}};
  for (int i = 0; i < 30; ++i) REQUIRE(post_form(server, "/api/v1/suggest", typed).status == 200);
  const Answer posted = post_form(server, "/api/v1/suggest", typed);
  CHECK(posted.body == server.get("/api/v1/suggest?q=trac&lang=en&limit=7").body);
  CHECK(posted.header("Cache-Control") == "no-store");
  CHECK(server.ask("POST", "/api/v1/suggest", {{"Content-Type", "text/plain"}}, "q=trac").status == 422);
  CHECK(post_form(server, "/api/v1/suggest", typed, {{"Origin", "https://evil.example"}}).status == 403);
}

TEST_CASE("contact: what cannot be accepted is shown again") {
  TestServer server(site_with_channels());
  const std::string token = fresh_token(server, "/en/contact");
  const std::vector<std::pair<Fields, int>> cases{
      {request(token, ""), 422},
      {request(token, " ?! "), 422},
      {request(token, std::string(1025, 'a')), 422},
      {request(token, std::string(10'000, 'a')), 422},
      {request("", "why <b>"), 403},
      {request(token + "x", "why <b>"), 403},
      {{{"question", "why <b>"}, {"website", "x"}, {"token", token}}, 422},
  };
  for (const auto& [fields, status] : cases) {
    CAPTURE(fields[0].second.substr(0, 20));
    const Answer answer = post_form(server, "/en/contact", fields);
    CHECK(answer.status == status);
    CHECK(answer.has("role=\"alert\""));
    CHECK(answer.has(fields[0].second == "why <b>" ? "why &lt;b&gt;</textarea>" : "#ask-question"));
    CHECK(answer.has("tel:"));
    CHECK(token_in(answer) != "");
  }
  CHECK(requests(server).empty());
  {
    events::Database other(server.folder / "events.sqlite", events::OpenMode::existing, 0ms);
    const events::Transaction lock(other);
    CHECK(post_form(server, "/en/contact", request(token, "why")).status == 503);
  }
  CHECK(requests(server).empty());
  // A token of one form is none for another.
  const std::string other = fresh_token(server, "/en/feedback?id=orders/track-my-order&helpful=no");
  CHECK(post_form(server, "/en/contact", request(other, "why")).status == 403);
}

TEST_CASE("contact: each step is counted, and no visitor") {
  TestServer server(site_with_channels());
  server.get("/en/contact");
  server.get("/en/contact?q=zzzqqq");
  server.ask("HEAD", "/en/contact?q=parcel");
  CHECK(steps(server).empty());
  server.get("/en/contact?q=parcel");
  server.get("/en/orders/track-my-order");
  server.get("/en/orders/track-my-order?from=contact");
  server.get("/en/orders/track-my-order?from=contact");
  const Headers ping{{"Content-Type", "text/ping"},
                     {"Ping-To", "https://shop.example/chat"},
                     {"Origin", "https://shop.example"}};
  const Answer chosen = server.ask("POST", "/en/contact/chosen?channel=3", ping, "PING");
  CHECK(chosen.status == 204);
  CHECK(chosen.body.empty());
  CHECK(chosen.header("Cache-Control") == "no-store");
  for (const std::string channel : {"0", "4", "-1", "x", ""})
    CHECK(server.ask("POST", "/en/contact/chosen?channel=" + channel, ping, "PING").status == 404);
  CHECK(server.ask("POST", "/en/contact/chosen?channel=3", {{"Origin", "https://evil.example"}}).status ==
        403);
  CHECK(server.get("/en/contact/chosen?channel=3").status == 405);
  const auto counted = steps(server);
  REQUIRE(counted.size() == 2);
  CHECK(counted[0].channel == "");
  CHECK(counted[0].shown == 1);
  CHECK(counted[0].opened == 2);
  CHECK(counted[1].channel == "Chat");
  CHECK(counted[1].chosen == 1);
}

TEST_CASE("contact: works without a place to store anything") {
  const TestServer server(site_with_channels(), Storing::off);
  const Answer page = server.get(post_form(server, "/en/contact", {{"q", "parcel"}}).header("Location"));
  CHECK(page.status == 200);
  CHECK(page.has("value=\"parcel\""));
  CHECK(page.has("tel:"));
  CHECK_FALSE(page.has("Ask us to write this"));
  CHECK(post_form(server, "/en/contact", request("", "why")).status == 404);
  CHECK(server.ask("POST", "/en/contact/chosen?channel=1").status == 204);
}
