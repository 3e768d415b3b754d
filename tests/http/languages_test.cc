// Pages in every language: the menu, the direction, and what our own words are marked with.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/http/test_server.h"

using namespace http_test;

namespace {

// A site with an article in each of these languages.
SampleSite site_in(const std::vector<std::string>& languages) {
  SampleSite sample;
  sample.site.title = {{"en", "Acme Help"}};
  sample.site.languages = languages;
  sample.site.widget_origins = {"https://shop.example"};
  kb::Channel mail;
  mail.kind = kb::ChannelKind::email;
  mail.value = "help@shop.example";
  sample.site.contact = {mail};
  for (const std::string& lang : languages) {
    kb::Article article = kb::make_article("orders/track", "Track 100", "Where the parcel 100 is.", lang);
    article.updated = std::chrono::sys_days{std::chrono::year{2026} / 5 / 2};
    article.type = kb::ArticleType::howto;
    sample.articles.push_back(article);
  }
  return sample;
}

std::vector<std::string> translated_languages() {
  std::vector<std::string> languages;
  for (const auto& entry : std::filesystem::directory_iterator(templates_folder() / "strings"))
    languages.push_back(entry.path().stem());
  std::sort(languages.begin(), languages.end());
  return languages;
}

void cut(std::string& text, std::string_view from, std::string_view to) {
  for (auto begin = text.find(from); begin != std::string::npos; begin = text.find(from))
    text.erase(begin, text.find(to, begin) + to.size() - begin);
}

// A page without what scripts fill in.
std::string shown(std::string html) {
  cut(html, "<body", ">");
  cut(html, "<script", "</script>");
  return html;
}

}  // namespace

TEST_CASE("languages: the menu stands on every page, and says where it leads to a home page only") {
  const TestServer server;
  const std::string german_home =
      "<a href=\"/help/de/\" lang=\"de\" dir=\"ltr\" hreflang=\"de\">Deutsch <span "
      "class=\"meta\">Startseite</span></a>";
  for (const char* target :
       {"/en/account/reset-password", "/en/account/", "/en/no-such-page", "/en/orders/fax-us", "/en/%ZZ",
        "/en/feedback?id=orders%2Ftrack-my-order&helpful=yes"}) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK(answer.has(german_home));
    CHECK(answer.has("aria-current=\"true\">English"));
    CHECK_FALSE(answer.has("rel=\"alternate\" hreflang"));
  }
  const std::string german = "\" lang=\"de\" dir=\"ltr\" hreflang=\"de\">Deutsch</a>";
  CHECK(server.get("/en/").has("<a href=\"/help/de/" + german));
  CHECK(server.get("/en/orders/").has("<a href=\"/help/de/orders/" + german));
  CHECK(server.get("/en/orders/track-my-order").has("<a href=\"/help/de/orders/track-my-order" + german));
  CHECK(server.get("/en/search?q=late").has("<a href=\"/help/de/search?q=late" + german));
  CHECK(server.get("/en/contact").has("<a href=\"/help/de/contact" + german));
  CHECK_FALSE(TestServer(site_in({"en"})).get("/en/none").has("class=\"languages\""));
}

TEST_CASE("languages: words of ours in another language than the page's are marked with it") {
  const TestServer server(site_in({"ur", "is", "de-AT"}));
  const std::string english = " lang=\"en\" dir=\"ltr\"";
  for (const char* target :
       {"/ur/", "/ur/orders/track", "/ur/search?q=100", "/ur/contact", "/ur/none", "/ur/widget?q=100"}) {
    CAPTURE(target);
    const Answer answer = server.get(target);
    CHECK(answer.has("<html lang=\"ur\" dir=\"rtl\""));
    CHECK(answer.has(" role=\"search\"" + english));
    CHECK(answer.has(" data-our-lang=\"en\""));
  }
  const Answer article = server.get("/ur/orders/track");
  CHECK(article.has("<a class=\"skip\"" + english));
  CHECK(article.has("<h1>Track 100</h1>"));
  CHECK(article.has("<p class=\"meta\"" + english + "><span class=\"badge\">Step by step"));
  CHECK(article.has("<section class=\"feedback\"" + english));
  CHECK(article.has("<span class=\"word\">\u0627\u0631\u062f\u0648</span>"));  // Urdu calls itself so
  CHECK(server.get("/ur/none").has("<header class=\"page-head error-head\"" + english));
  CHECK(server.get("/ur/contact").has("<span aria-current=\"page\"" + english + ">Contact us"));
  CHECK(server.get("/widget.js").has(R"("title":"Acme Help","dir":"rtl","lang":"en"})"));

  const Answer icelandic = server.get("/is/orders/track");
  CHECK(icelandic.has("<section class=\"feedback\" lang=\"en\" aria"));
  CHECK_FALSE(icelandic.has("\"rtl\" lang=\"en\""));

  const Answer austrian = server.get("/de-AT/orders/track");
  CHECK(austrian.has("<html lang=\"de-AT\" dir=\"ltr\">"));
  CHECK(austrian.has("<section class=\"feedback\" aria"));
  CHECK_FALSE(austrian.has("data-our-lang"));
}

TEST_CASE("languages: a phone number keeps its order among Arabic words") {
  SampleSite sample = site_in({"ar", "en"});
  sample.site.contact[0].kind = kb::ChannelKind::phone;
  sample.site.contact[0].value = "+20 2 2345 6789";
  const TestServer server(sample);
  CHECK(server.get("/ar/contact").has("\u2066+20 2 2345 6789\u2069"));
  CHECK(server.get("/en/contact").has("Call +20 2 2345 6789"));
}

TEST_CASE("languages: every page is whole in every language that has texts") {
  const std::vector<std::string> languages = translated_languages();
  const TestServer server(site_in(languages));
  for (const std::string& lang : languages) {
    CAPTURE(lang);
    for (const char* path : {"/", "/orders/", "/orders/track", "/search?q=100", "/search?q=zzzqqqxxx",
                             "/search?long=1", "/contact?q=100", "/feedback?id=orders%2Ftrack&helpful=yes",
                             "/feedback?id=orders%2Ftrack&helpful=no", "/none", "/%ZZ", "/feed.atom",
                             "/widget", "/widget?q=100", "/widget/orders/track"}) {
      CAPTURE(path);
      const Answer answer = server.get("/" + lang + path);
      CHECK(answer.status != 500);
      CHECK(shown(answer.body).find('{') == std::string::npos);
      CHECK_FALSE(answer.has("data-our-lang"));
    }
  }
}
