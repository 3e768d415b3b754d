#include <doctest/doctest.h>

#include <filesystem>

#include "tests/http/form_client.h"

using namespace http_test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const std::string kPage = "/en/contact/message";

SampleSite site_with_form() {
  SampleSite sample = sample_site();
  sample.site.contact_form = {.enabled = true, .order_number = true};
  return sample;
}

Fields message(const std::string& token) {
  return {{"subject", "My parcel"},
          {"message", "Where\r\nis it?"},
          {"reply_to", "ann@shop.example"},
          {"order_number", "4711"},
          {"website", ""},
          {"token", token}};
}

outbox::Message only_message(const TestServer& server) {
  const auto list = server.outbox.list();
  REQUIRE(list.size() == 1);
  return outbox::from_json(server.outbox.read(list.front().id));
}

}  // namespace

TEST_CASE("message: a form is there only where the site wants one and the daemon has an outbox") {
  TestServer with_form(site_with_form());
  CHECK(with_form.get(kPage).status == 200);
  CHECK(with_form.get("/en/contact").has("href=\"/help/en/contact/message\""));
  TestServer without;
  CHECK(without.get(kPage).status == 404);
  CHECK(without.ask("POST", kPage).status == 404);
  CHECK_FALSE(without.get("/en/contact").has("contact/message"));
}

TEST_CASE("message: it begins with the question, and with the article that was read") {
  TestServer server(site_with_form());
  const Answer page = server.get(kPage + "?q=Where+is+my+%22parcel%22%3F&article=account/reset-password");
  CHECK(page.header("Cache-Control") == "no-store");
  CHECK(page.has("name=\"robots\" content=\"noindex\""));
  CHECK(page.has("name=\"subject\" value=\"Where is my &quot;parcel&quot;?\""));
  CHECK(page.has("name=\"question\" value=\"Where is my &quot;parcel&quot;?\""));
  CHECK(page.has("name=\"article\" value=\"account/reset-password\""));
  CHECK(page.has("name=\"order_number\""));
  const Answer contact = server.get("/en/contact?q=parcel&article=account/reset-password");
  CHECK(contact.has("href=\"/help/en/contact/message?q=parcel&amp;article=account%2Freset-password\""));
  CHECK(server.get(kPage + "?q=" + std::string(1025, 'a')).status == 400);
  CHECK(server.get("/de/contact/message").has("Nachricht senden"));
}

TEST_CASE("message: it is on the disk before it is acknowledged, and only there") {
  TestServer server(site_with_form());
  Fields fields = message(fresh_token(server, kPage));
  fields.emplace_back("article", "account/reset-password");
  fields.emplace_back("question", "parcel");
  const Answer sent = post_form(server, kPage, fields);
  CHECK(sent.status == 303);
  const std::string location = sent.header("Location");
  CHECK(location.starts_with("/help/en/contact/message?sent="));
  CHECK(location.find("ann") == std::string::npos);
  const outbox::Message stored = only_message(server);
  CHECK(stored.subject == "My parcel");
  CHECK(stored.text == "Where\nis it?");
  CHECK(stored.reply_to == "ann@shop.example");
  CHECK(stored.order_number == "4711");
  CHECK(stored.question == "parcel");
  CHECK(stored.lang == "en");
  CHECK(stored.article_title == "Reset your password");
  CHECK(stored.article_url == "https://shop.example/help/en/account/reset-password");
  const Answer thanks = server.get(location.substr(std::string("/help").size()));
  CHECK(thanks.has("Your message is on its way"));
  CHECK(thanks.has("We reply by email to ann@shop.example."));
  CHECK(server.get(kPage + "?sent=unknown").status == 303);
}

TEST_CASE("message: sent twice it is one message") {
  TestServer server(site_with_form());
  const Fields fields = message(fresh_token(server, kPage));
  CHECK(post_form(server, kPage, fields).status == 303);
  CHECK(post_form(server, kPage, fields).status == 303);
  CHECK(server.outbox.list().size() == 1);
  CHECK(post_form(server, kPage, with(fields, "message", "I forgot to say: it is the black one.")).status ==
        303);
  CHECK(server.outbox.list().size() == 2);
}

TEST_CASE("message: what is wrong is said beside what was typed, and nothing is stored") {
  TestServer server(site_with_form());
  const Fields good = message(fresh_token(server, kPage));
  const std::vector<std::pair<Fields, std::string>> cases{
      {with(good, "subject", " "), "Say in a few words"},
      {with(good, "subject", std::string(151, 'a')), "Say in a few words"},
      {with(good, "message", std::string(10'001, 'a')), "up to 10,000 characters"},
      {with(good, "reply_to", "ann@shop.example, bob@shop.example"), "Please check it"},
      {with(good, "reply_to", "ann@shop.example\r\nBcc: x@y.example"), "Please check it"},
      {with(good, "order_number", std::string(101, 'a')), "Shorten the order number"}};
  for (const auto& [fields, problem] : cases) {
    CAPTURE(problem);
    const Answer answer = post_form(server, kPage, fields);
    CHECK(answer.status == 422);
    CHECK(answer.has(problem));
    CHECK(answer.has("aria-invalid=\"true\""));
    CHECK(answer.has("action=\"/help/en/contact/message\""));
  }
  CHECK(server.outbox.list().empty());
  CHECK(post_form(server, kPage, with(good, "message", std::string(9'999, 'a') + "\u00fc")).status == 303);
}

TEST_CASE("message: ten thousand characters of any script fit, more than the body may have do not") {
  TestServer server(site_with_form());
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "日";
  const Fields good = message(fresh_token(server, kPage));
  CHECK(post_form(server, kPage, with(good, "message", text)).status == 303);
  CHECK(post_form(server, kPage, with(good, "message", text + text + text)).status == 413);
}

TEST_CASE("message: what stands before every form stands before this") {
  TestServer server(site_with_form());
  const Fields good = message(fresh_token(server, kPage));
  CHECK(post_form(server, kPage, good, {{"Origin", "https://evil.example"}}).status == 403);
  CHECK(post_form(server, kPage, with(good, "token", "1.2.3")).status == 403);
  CHECK(post_form(server, kPage,
                  with(good, "token",
                       fresh_token(server,
                                   "/en/feedback?id=account/reset-password"
                                   "&helpful=no")))
            .status == 403);
  CHECK(post_form(server, kPage, with(good, "website", "spam")).status == 422);
  CHECK(server.ask("POST", kPage, {{"Content-Type", "multipart/form-data; boundary=x"}}, "--x\r\n").status ==
        422);
  CHECK(server.ask("POST", kPage, {{"Content-Type", "application/x-www-form-urlencoded"}}, "subject=%00")
            .status == 422);
  CHECK(server.ask("PUT", kPage).status == 405);
  CHECK(server.outbox.list().empty());
  int last = 0;
  for (int i = 0; i < 30; ++i) last = post_form(server, kPage, with(good, "subject", "")).status;
  CHECK(last == 429);
}

TEST_CASE("message: what cannot be stored stays on the page, with another way to go") {
  TestServer server(site_with_form());
  const Fields fields = message(fresh_token(server, kPage));
  SUBCASE("the outbox is full") {
    for (const char* id : {"aa", "bb", "cc"}) {
      outbox::Message waiting;
      waiting.id = id;
      server.outbox.put(waiting);
    }
  }
  SUBCASE("the folder is gone") { fs::remove(server.folder / "outbox"); }
  const Answer answer = post_form(server, kPage, fields);
  CHECK(answer.status == 503);
  CHECK(answer.has("Where\nis it?"));
  CHECK(answer.has("ann@shop.example"));
  CHECK(answer.has("What you wrote is still here"));
  CHECK(answer.has("href=\"/help/en/contact\""));
  // The same token: sent once more it is the same message.
  CHECK(answer.has(fields.back().second));
}

TEST_CASE("message: the metrics say what waits and what became of it") {
  TestServer server(site_with_form());
  CHECK(post_form(server, kPage, message(fresh_token(server, kPage))).status == 303);
  server.outbox.set_counts({5, 2});
  const Answer metrics = get(server.admin.port(), "/metrics");
  CHECK(metrics.has("firstline_forms_total{form=\"message\",outcome=\"stored\"} 1\n"));
  CHECK(metrics.has("firstline_outbox_messages 1\n"));
  CHECK(metrics.has("firstline_outbox_delivered_total 5\n"));
  CHECK(metrics.has("firstline_outbox_expired_total 2\n"));
}
