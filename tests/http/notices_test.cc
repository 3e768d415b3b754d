// Notices: where they stand, when they end, and the status page.
#include <doctest/doctest.h>

#include <chrono>

#include "tests/http/test_server.h"

namespace {

using namespace std::chrono_literals;
using http_test::Answer;
using http_test::TestServer;
using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kToday = sys_days{2027y / 1 / 15};  // of TestServer's clock, which stands at 08:00

kb::Notice notice(kb::NoticeKind kind, std::string title) {
  kb::Notice notice;
  notice.kind = kind;
  notice.title = {{"en", std::move(title)}};
  notice.updated = kToday - days{1};
  return notice;
}

http_test::SampleSite site_with(std::vector<kb::Notice> notices) {
  http_test::SampleSite sample = http_test::sample_site();
  sample.site.notices = std::move(notices);
  return sample;
}

TEST_CASE("notices: on the home page, on and below their categories, and nowhere else") {
  kb::Notice parcels = notice(kb::NoticeKind::incident, "Parcels are late");
  parcels.categories = {"orders"};
  parcels.article = "orders/track-my-order";
  const kb::Notice plain = notice(kb::NoticeKind::known_issue, "The shop is slow");
  kb::Notice all = notice(kb::NoticeKind::incident, "Phones are down");
  all.everywhere = true;
  const TestServer server(site_with({parcels, plain, all}));
  struct Example {
    const char* target;
    bool parcels;
    bool plain;
  };
  for (const auto& [target, has_parcels, has_plain] : {
           Example{"/en/", true, true},
           Example{"/en/status", true, true},
           Example{"/en/orders/", true, false},
           Example{"/en/orders/returns/", true, false},
           Example{"/en/orders/change-address", true, false},
           Example{"/en/orders/returns/send-back", true, false},
           Example{"/en/orders/track-my-order", false, false},  // speaks of it itself
           Example{"/en/account/reset-password", false, false},
           Example{"/en/search?q=parcel", false, false},
           Example{"/en/contact", false, false},
       }) {
    CAPTURE(target);
    const Answer page = server.get(target);
    CHECK(page.status == 200);
    CHECK(page.has("Parcels are late") == has_parcels);
    CHECK(page.has("The shop is slow") == has_plain);
    CHECK(page.has("Phones are down"));
  }
  CHECK(server.get("/en/orders/change-address").has("More about this"));
}

TEST_CASE("notices: one line each, with what it is for those who cannot see the colour") {
  kb::Notice parcels = notice(kb::NoticeKind::incident, "Parcels are <late>");
  parcels.text = {{"en", "Snow in Rotterdam."}};
  const TestServer server(site_with({parcels}));
  const Answer home = server.get("/en/");
  CHECK(home.has("<details class=\"notice incident\">"));
  CHECK(home.has(">Incident: </span><strong>Parcels are &lt;late&gt;</strong>"));
  CHECK(home.has("<p>Snow in Rotterdam."));
  CHECK(home.has("Updated on 14 January 2027"));
  CHECK(home.has("href=\"/help/en/status\""));
}

TEST_CASE("notices: three of many are shown, all on the status page") {
  std::vector<kb::Notice> many;
  for (int i = 1; i <= 5; ++i)
    many.push_back(notice(kb::NoticeKind::incident, "Trouble " + std::to_string(i)));
  const TestServer server(site_with(many));
  CHECK(server.get("/en/").has("Trouble 3"));
  CHECK_FALSE(server.get("/en/").has("Trouble 4"));
  CHECK(server.get("/en/status").has("Trouble 5"));
}

TEST_CASE("notices: they end by themselves, and no cache keeps them") {
  kb::Notice until = notice(kb::NoticeKind::incident, "Parcels are late");
  until.until = kToday + days{1};
  kb::Notice resolved = notice(kb::NoticeKind::resolved, "Cards work again");
  kb::Notice over = notice(kb::NoticeKind::resolved, "Long forgotten");
  over.updated = kToday - days{30};
  TestServer server(site_with({until, resolved, over}));
  const Answer first = server.get("/en/");
  CHECK(first.has("Parcels are late"));
  CHECK(first.has("Cards work again"));
  for (const char* target : {"/en/", "/en/status", "/en/status.atom", "/en/feed.atom"})
    CHECK_FALSE(server.get(target).has("Long forgotten"));
  server.advance(std::chrono::hours{16});  // midnight
  const Answer next_day = server.get("/en/", {{"If-None-Match", first.header("ETag")}});
  CHECK(next_day.status == 200);
  CHECK_FALSE(next_day.has("Parcels are late"));
  CHECK(next_day.has("Cards work again"));
  server.advance(days{5});
  CHECK_FALSE(server.get("/en/").has("Cards work again"));
  const Answer status = server.get("/en/status");
  CHECK(status.has("No problems known right now."));
  CHECK_FALSE(status.has("Cards work again"));
}

TEST_CASE("notices: the status page shows open ones first, the worst first, and leads to a feed of them") {
  const TestServer server(site_with({notice(kb::NoticeKind::resolved, "Cards work again"),
                                     notice(kb::NoticeKind::known_issue, "Alarm is early"),
                                     notice(kb::NoticeKind::incident, "Parcels are late")}));
  const Answer page = server.get("/en/status");
  CHECK(page.has("<h1>Service status</h1>"));
  const auto at = [&](std::string_view text) { return page.body.find(text); };
  CHECK(at("Happening now") < at("Parcels are late"));
  CHECK(at("Parcels are late") < at("Alarm is early"));
  CHECK(at("Alarm is early") < at("Recently solved"));
  CHECK(at("Recently solved") < at("Cards work again"));
  CHECK(page.has("href=\"/help/en/status.atom\""));
  CHECK(page.has("<link rel=\"canonical\" href=\"https://shop.example/help/en/status\">"));
  const Answer feed = server.get("/en/status.atom");
  CHECK(feed.header("Content-Type") == "application/atom+xml; charset=utf-8");
  CHECK(feed.has("<title>Incident: Parcels are late</title>"));
  CHECK(
      feed.has("<link rel=\"alternate\" type=\"text/html\" href=\"https://shop.example/help/en/status\"/>"));
  CHECK_FALSE(feed.has("Track my order"));
  CHECK(server.get("/de/status").has("Status unserer Dienste"));
}

TEST_CASE("notices: a site without any has a status page, but no link to it") {
  const TestServer server(site_with({}));
  CHECK(server.get("/en/status").has("No problems known right now."));
  CHECK_FALSE(server.get("/en/").has("/en/status"));
}

TEST_CASE("notices: an article that one names says how things stand, wherever it is filed") {
  kb::Notice mails = notice(kb::NoticeKind::known_issue, "Mails are late");
  mails.article = "account/reset-password";
  mails.categories = {"orders"};
  {
    const TestServer server(site_with({mails}));
    CHECK(server.get("/en/account/reset-password")
              .has("<span class=\"badge status known-issue\">Not fixed yet</span>"));
    CHECK_FALSE(server.get("/en/account/reset-password").has("Mails are late"));
    CHECK_FALSE(server.get("/en/orders/change-address").has("badge status"));
  }
  kb::Notice fixed = mails;
  fixed.kind = kb::NoticeKind::resolved;
  fixed.updated += days{1};
  TestServer server(site_with({mails, fixed}));
  server.advance(days{30});  // its notice has ended, but it is still fixed
  CHECK(server.get("/en/account/reset-password").has("<span class=\"badge status resolved\">Fixed</span>"));
}

TEST_CASE("notices: the panel shows those of its pages, with links that leave it") {
  kb::Notice parcels = notice(kb::NoticeKind::incident, "Parcels are late");
  parcels.categories = {"orders"};
  parcels.article = "orders/track-my-order";
  http_test::SampleSite sample = site_with({parcels});
  sample.site.widget_origins = {"https://shop.example"};
  const TestServer server(sample);
  CHECK(server.get("/en/widget").has("Parcels are late"));
  CHECK(server.get("/en/widget")
            .has("href=\"/help/en/orders/track-my-order\" target=\"_blank\" rel=\"noopener\""));
  CHECK(server.get("/en/widget/orders/change-address").has("Parcels are late"));
  CHECK_FALSE(server.get("/en/widget/account/reset-password").has("Parcels are late"));
}

}  // namespace
