#include "kb/store/codec.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

// What JSON must escape and what it must not.
const std::string kOdd = "quote \" backslash \\ line\nnul" + std::string(1, '\0') + " <b>&amp; ü 返品 😀";

// Every field differs from its default, so that one the codec forgets is missed.
Article full_article() {
  Article article;
  article.id = "orders/track-my-order";
  article.lang = "de";
  article.url = "/de/orders/track-my-order";
  article.title = kOdd;
  article.description = "description";
  article.questions = {"q1", "q2"};
  article.keywords = {"k1", ""};
  article.tags = {"t1"};
  article.type = ArticleType::known_issue;
  article.category = "orders";
  article.products = {"heron"};
  article.is_folder = true;
  article.weight = -7;
  article.featured = true;
  article.unlisted = true;
  article.updated = sys_days{2026y / 5 / 2};
  article.steps = 5;
  article.minutes = 3;
  article.corrections = {{sys_days{2026y / 5 / 1}, "It was wrong."}, {sys_days{1999y / 12 / 31}, kOdd}};
  article.sections = {{"", "", 0, "", "<p>html</p>", "text"},
                      {"anchor", "heading", 6, "<h6>heading</h6>", kOdd, kOdd}};
  article.markdown = "# markdown";
  return article;
}

Site full_site() {
  Site site;
  site.title = {{"de", "Hilfe"}, {"en", kOdd}};
  site.description = {{"en", "All answers"}};
  site.base_url = "https://shop.example/help";
  site.languages = {"de", "en"};
  site.categories = {{"orders", {{"en", "Orders"}}, {{"en", "Buying"}}, "box"},
                     {"store/shipping", {}, {}, ""}};
  site.contact = {{ChannelKind::phone,
                   {{"en", "Call us"}},
                   "+49 30 1",
                   {"de"},
                   "Europe/Berlin",
                   {{31, 9h, 17h + 30min}},
                   {sys_days{2026y / 12 / 25}},
                   {{"en", "at once"}},
                   {{"en", "helpline"}}}};
  site.notices = {{NoticeKind::incident,
                   {{"en", "Delays"}},
                   {{"en", "Snow"}},
                   sys_days{2026y / 5 / 2} + 9h + 1s,
                   sys_days{2026y / 6 / 2} + 8h,
                   "orders/late",
                   {"orders"},
                   true}};
  site.pins = {{"refund", "en", "orders/refund"}};
  site.synonyms = {{"en", {{{"fridge"}, {"refrigerator", "cold store"}}}}};
  site.widget_origins = {"https://shop.example"};
  site.links.header = {{{{"en", "Shop"}, {"de", "Laden"}}, {{"", "https://shop.example"}}}};
  site.links.footer = {{{{"", "Imprint"}}, {{"", "/imprint"}}}};
  site.contact_form = {true, true, true};
  site.helpful_counts = 20;
  site.image_hosts = {"cdn.example.com", "*.img.example.com"};
  site.security_contact = "mailto:security@shop.example";
  site.security_expires = "2027-01-01T00:00:00Z";
  site.theme = {"#123456", "logo.svg", 64, 32, "i.png", "s.png", "h.png", "serif", 4, "roomy", "a{}"};
  return site;
}

Card full_card() {
  Card card = card_of(full_article());
  card.first_section = 4'000'000'000;
  card.sections = 3;
  return card;
}

TEST_CASE("codec: an article comes back as it went in") {
  CHECK(decode_article(encode(full_article())) == full_article());
  CHECK(decode_article(encode(Article{})) == Article{});
}

TEST_CASE("codec: every type of article comes back") {
  for (const auto type :
       {ArticleType::none, ArticleType::faq, ArticleType::howto, ArticleType::troubleshooting,
        ArticleType::reference, ArticleType::policy, ArticleType::known_issue}) {
    Article article;
    article.type = type;
    CHECK(decode_article(encode(article)).type == type);
  }
}

TEST_CASE("codec: a site comes back as it went in") {
  CHECK(decode_site(encode(full_site())) == full_site());
  CHECK(decode_site(encode(Site{})) == Site{});
}

TEST_CASE("codec: a site of an index from before images had hosts has none") {
  std::string text = encode(full_site());
  const std::string field = R"("image_hosts":["cdn.example.com","*.img.example.com"],)";
  REQUIRE(text.find(field) != std::string::npos);
  CHECK(decode_site(text.erase(text.find(field), field.size())).image_hosts.empty());
}

TEST_CASE("codec: the form of an index from before forms took files takes none") {
  std::string text = encode(full_site());
  const std::string field = R"("file":true,)";
  REQUIRE(text.find(field) != std::string::npos);
  CHECK(decode_site(text.erase(text.find(field), field.size())).contact_form ==
        ContactForm{true, true, false});
}

TEST_CASE("codec: what an index from before there were tabs and products lacks is empty") {
  const auto without = [](std::string text, const std::string& field) {
    REQUIRE(text.find(field) != std::string::npos);
    return text.erase(text.find(field), field.size());
  };
  Article article;
  article.sections.resize(1);
  std::string text = without(encode(article), R"("products":[],)");
  text = without(text, R"(,"tabs":[])");
  CHECK(decode_article(text) == article);
  CHECK(decode_cards(without(encode(std::vector<Card>(1)), R"("products":[],)")) == std::vector<Card>(1));
  CHECK(decode_site(without(encode(Site{}), R"("products":[],)")) == Site{});
  CHECK(decode_section(without(encode(StoredSection{}), R"(,"tabs":[])")) == StoredSection{});
}

TEST_CASE("codec: lists and stored parts come back as they went in") {
  const std::vector<Card> cards{full_card(), Card{}};
  CHECK(decode_cards(encode(cards)) == cards);
  CHECK(decode_cards(encode(std::vector<Card>{})).empty());
  const std::vector<Redirect> redirects{{"/old", "/en/new"}, {"/gone", ""}};
  CHECK(decode_redirects(encode(redirects)) == redirects);
  const StoredSection section{"anchor", "heading", kOdd};
  CHECK(decode_section(encode(section)) == section);
  const StoredSuggestion suggestion{"question", "anchor", kOdd};
  CHECK(decode_suggestion(encode(suggestion)) == suggestion);
}

TEST_CASE("codec: bytes that are no UTF-8 are replaced, not thrown for") {
  CHECK(decode_section(encode(StoredSection{"", "",
                                            "a\xFF"
                                            "b"}))
            .text ==
        "a\uFFFD"
        "b");
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("codec: damaged text says what cannot be read") {
  for (const char* text : {"", "{", "null", "[]", "7", "{}", "\xFF", "{\"id\":\"a\"}"}) {
    CAPTURE(text);
    CHECK(error_of([&] { decode_article(text); }) ==
          "the index holds an unreadable article\nbuild the content again");
    CHECK(error_of([&] { decode_site(text); }) ==
          "the index holds an unreadable site\nbuild the content again");
    CHECK(error_of([&] { decode_section(text); }) ==
          "the index holds an unreadable section\nbuild the content again");
    CHECK(error_of([&] { decode_suggestion(text); }) ==
          "the index holds an unreadable suggestion\nbuild the content again");
    CHECK(error_of([&] { decode_manifest(text); }) ==
          "the index holds an unreadable manifest\nbuild the content again");
    CHECK(decode_format(text) == std::nullopt);
  }
  for (const char* text : {"", "[", "7", "[7]", "[{}]", "[null]"}) {
    CAPTURE(text);
    CHECK(error_of([&] { decode_cards(text); }) ==
          "the index holds an unreadable catalogue\nbuild the content again");
    CHECK(error_of([&] { decode_redirects(text); }) ==
          "the index holds an unreadable list of redirects\nbuild the content again");
  }
}

TEST_CASE("codec: a field that says something else than it may is damage") {
  struct Example {
    std::string_view from;
    std::string_view to;
  };
  for (const auto& [from, to] : {
           Example{R"("updated":"2026-05-02")", R"("updated":"2026-02-30")"},
           Example{R"("updated":"2026-05-02")", R"("updated":7)"},
           Example{R"("date":"2026-05-01")", R"("date":"yesterday")"},
           Example{R"("type":"known-issue")", R"("type":"tutorial")"},
           Example{R"("type":"known-issue")", R"("type":null)"},
           Example{R"("level":6)", R"("level":"six")"},
           Example{R"("questions":["q1","q2"])", R"("questions":"q1")"},
           Example{R"("url":)", R"("uri":)"},
       }) {
    CAPTURE(to);
    const std::string text = replaced(encode(full_article()), from, to);
    CHECK(error_of([&] { decode_article(text); }) ==
          "the index holds an unreadable article\nbuild the content again");
  }
  for (const auto& [from, to] :
       {Example{"2026-05-02T09:00:01Z", "soon"}, Example{R"("kind":"incident")", R"("kind":"party")"},
        Example{R"("kind":"phone")", R"("kind":"fax")"}}) {
    CAPTURE(to);
    const std::string site = replaced(encode(full_site()), from, to);
    CHECK(error_of([&] { decode_site(site); }) ==
          "the index holds an unreadable site\nbuild the content again");
  }
}

}  // namespace
}  // namespace kb
