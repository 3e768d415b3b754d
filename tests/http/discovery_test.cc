#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "tests/http/test_server.h"
#include "tests/http/xml.h"

using http_test::Answer;
using http_test::parse_xml;
using http_test::sample_site;
using http_test::SampleSite;
using http_test::TestServer;
using http_test::Xml;

namespace {

const Xml* url_entry(const Xml& sitemap, const std::string& address) {
  for (const Xml* entry : sitemap.all("url")) {
    if (entry->text_of("loc") == address) return entry;
  }
  return nullptr;
}

std::vector<std::pair<std::string, std::string>> alternates(const Xml& entry) {
  std::vector<std::pair<std::string, std::string>> list;
  for (const Xml* link : entry.all("xhtml:link"))
    list.emplace_back(link->attributes.at("hreflang"), link->attributes.at("href"));
  return list;
}

// What the page says in JSON-LD: its things by type.
std::map<std::string, nlohmann::json> things_in(const std::string& page) {
  constexpr std::string_view kBegin = "<script type=\"application/ld+json\">";
  const auto begin = page.find(kBegin) + kBegin.size();
  const std::string text = page.substr(begin, page.find("</script>", begin) - begin);
  CHECK(text.find_first_of("<>&") == std::string::npos);
  const auto data = nlohmann::json::parse(text);
  CHECK(data["@context"] == "https://schema.org");
  std::map<std::string, nlohmann::json> things;
  for (const auto& thing : data["@graph"]) things.emplace(thing["@type"], thing);
  return things;
}

}  // namespace

TEST_CASE("xml reader: refuses what a feed reader would") {
  for (const char* bad : {"", "<a>", "<a></b>", "<a x=1/>", "<a x=\"1\" x=\"2\"/>", "<a>&nbsp;</a>",
                          "<a>&</a>", "<a/><b/>", "<a>\x01</a>", "<a x=\"<\"/>", "text"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(parse_xml(bad), std::runtime_error);
  }
  CHECK(parse_xml("<?xml version=\"1.0\"?>\n<a><b c=\"&quot;\">1 &lt; 2</b></a>\n").text_of("b") == "1 < 2");
}

TEST_CASE("sitemap: every page once, absolute, with its date and its translations") {
  const TestServer server;
  const Answer answer = server.get("/sitemap.xml");
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/xml");
  const Xml sitemap = parse_xml(answer.body);
  CHECK(sitemap.name == "urlset");
  CHECK(sitemap.attributes.at("xmlns") == "http://www.sitemaps.org/schemas/sitemap/0.9");
  // Home, four categories and 30 articles in English; home, one category and two articles in German.
  CHECK(sitemap.all("url").size() == 1 + 4 + 30 + 1 + 1 + 2);
  const std::string root = "https://shop.example/help";
  const Xml* tracking = url_entry(sitemap, root + "/en/orders/track-my-order");
  REQUIRE(tracking);
  CHECK(tracking->text_of("lastmod") == "2026-05-02");
  CHECK(alternates(*tracking) ==
        std::vector<std::pair<std::string, std::string>>{{"en", root + "/en/orders/track-my-order"},
                                                         {"de", root + "/de/orders/track-my-order"},
                                                         {"x-default", root + "/en/orders/track-my-order"}});
  const Xml* german_only = url_entry(sitemap, root + "/de/orders/nur-deutsch");
  REQUIRE(german_only);
  CHECK(alternates(*german_only).empty());
  CHECK(german_only->all("lastmod").empty());
  CHECK(url_entry(sitemap, root + "/en/account/caf%C3%A9"));
  CHECK(url_entry(sitemap, root + "/en/orders/returns/"));
  CHECK(url_entry(sitemap, root + "/de/"));
  for (const Xml* entry : sitemap.all("url")) {
    CAPTURE(entry->text_of("loc"));
    CHECK(server.get(entry->text_of("loc").substr(std::string("https://shop.example").size())).status == 200);
  }
  CHECK(server.get("/sitemap-1.xml").status == 404);
}

TEST_CASE("sitemap: what is too large for one file is an index of parts") {
  SampleSite sample = sample_site();
  sample.site.base_url = "https://shop.example/" + std::string(3000, 'x');  // every address repeats it
  sample.articles.resize(2);
  for (int i = 0; i < 3000; ++i)
    sample.articles.push_back(kb::make_article("many/a" + std::to_string(i), "A", "a"));
  const TestServer server(sample);
  const Xml index = parse_xml(server.get("/sitemap.xml").body);
  CHECK(index.name == "sitemapindex");
  REQUIRE(index.all("sitemap").size() == 2);
  CHECK(index.all("sitemap")[1]->text_of("loc") == sample.site.base_url + "/sitemap-2.xml");
  std::set<std::string> pages;
  for (const char* part : {"/sitemap-1.xml", "/sitemap-2.xml"}) {
    const Answer answer = server.get(part);
    CHECK(answer.body.size() < 8'000'000);
    const Xml sitemap = parse_xml(answer.body);
    for (const Xml* entry : sitemap.all("url")) pages.insert(entry->text_of("loc"));
  }
  // Home pages, categories, the tracking article, and the many.
  CHECK(pages.size() == 2 + 2 + 1 + 3000);
  for (const char* none :
       {"/sitemap-3.xml", "/sitemap-0.xml", "/sitemap-01.xml", "/sitemap-1.xml.gz", "/sitemap-"})
    CHECK(server.get(none).status == 404);
}

TEST_CASE("robots.txt: results and the API are not for crawlers, and the sitemap is named") {
  const TestServer server;
  const Answer answer = server.get("/robots.txt");
  CHECK(answer.header("Content-Type") == "text/plain; charset=utf-8");
  CHECK(answer.body ==
        "User-agent: *\n"
        "Disallow: /help/api/\n"
        "Disallow: /help/en/search?\n"
        "Disallow: /help/en/feedback?\n"
        "Disallow: /help/de/search?\n"
        "Disallow: /help/de/feedback?\n"
        "\n"
        "Sitemap: https://shop.example/help/sitemap.xml\n");
}

TEST_CASE("feed: articles, corrections and notices, newest first, each with an id that stays") {
  SampleSite sample = sample_site();
  kb::Notice late;
  late.kind = kb::NoticeKind::resolved;
  late.title = {{"en", "Cards work again"}};
  late.updated = std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} + std::chrono::hours{9};
  late.until = std::chrono::sys_days{std::chrono::year{2027} / 7 / 1};
  sample.site.notices.push_back(late);
  sample.article("account/reset-password").title = "Reset <b>&\x01 \"it\"";
  sample.article("account/reset-password").updated = std::chrono::sys_days{std::chrono::year{2026} / 4 / 1};
  const TestServer server(sample);
  const Answer answer = server.get("/en/feed.atom");
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/atom+xml; charset=utf-8");
  const Xml feed = parse_xml(answer.body);
  CHECK(feed.name == "feed");
  CHECK(feed.attributes.at("xmlns") == "http://www.w3.org/2005/Atom");
  CHECK(feed.text_of("id") == "https://shop.example/help/en/");
  CHECK(feed.text_of("title") == "Acme Help");
  CHECK(feed.text_of("updated") == "2026-07-01T09:00:00Z");
  CHECK(feed.all("author").front()->text_of("name") == "Acme Help");
  CHECK(feed.all("link").front()->attributes.at("href") == "https://shop.example/help/en/feed.atom");
  std::vector<std::string> titles;
  std::set<std::string> ids;
  for (const Xml* entry : feed.all("entry")) {
    titles.push_back(entry->text_of("updated") + " " + entry->text_of("title"));
    ids.insert(entry->text_of("id"));
    CHECK(entry->all("link").front()->attributes.at("href").starts_with("https://shop.example/help/en/"));
  }
  CHECK(titles == std::vector<std::string>{"2026-07-01T09:00:00Z Resolved: Cards work again",
                                           "2026-06-01T00:00:00Z Correction: Track my order",
                                           "2026-05-09T00:00:00Z Change the delivery address",
                                           "2026-05-02T00:00:00Z Track my order",
                                           "2026-04-01T00:00:00Z Reset <b>& \"it\"",
                                           "1970-01-01T00:00:00Z Incident: Parcels are late"});
  CHECK(ids.size() == titles.size());
  CHECK(ids.contains("https://shop.example/help/en/orders/track-my-order"));
  CHECK(feed.all("entry")[1]->text_of("summary") == "The link comes by email, not by post.");
  CHECK(feed.all("entry")[5]->all("category").front()->attributes.at("term") == "incident");
}

TEST_CASE("feed: one of each language, and never more than thirty articles") {
  SampleSite sample = sample_site();
  for (int i = 0; i < 40; ++i) {
    sample.articles.push_back(kb::make_article("new/a" + std::to_string(i), "New", "new"));
    sample.articles.back().updated = std::chrono::sys_days{std::chrono::year{2026} / 6 / 2};
  }
  const TestServer server(sample);
  CHECK(parse_xml(server.get("/en/feed.atom").body).all("entry").size() == 30 + 1 + 1);
  const Xml german = parse_xml(server.get("/de/feed.atom").body);
  CHECK(german.attributes.at("xml:lang") == "de");
  REQUIRE(german.all("entry").size() == 1);
  CHECK(german.all("entry").front()->text_of("title") == "St\xC3\xB6rung: Parcels are late");
  CHECK(
      server.get("/en/").has("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Acme Help\" "
                             "href=\"/help/en/feed.atom\">"));
}

TEST_CASE("opensearch: a description per language, within the format's limits") {
  SampleSite sample = sample_site();
  sample.site.title = {{"en", "Caf\xC3\xA9 Caf\xC3\xA9 Caf\xC3\xA9 \xC3\xA9 and more"}, {"de", "Acme"}};
  const TestServer server(sample);
  const Answer answer = server.get("/en/opensearch.xml");
  CHECK(answer.header("Content-Type") == "application/opensearchdescription+xml; charset=utf-8");
  CHECK(server.get("/opensearch.xml").body == answer.body);
  const Xml description = parse_xml(answer.body);
  CHECK(description.name == "OpenSearchDescription");
  CHECK(description.text_of("ShortName") == "Caf\xC3\xA9 Caf\xC3\xA9 Caf\xC3\xA9 \xC3\xA9");
  const auto urls = description.all("Url");
  REQUIRE(urls.size() == 3);
  CHECK(urls[0]->attributes.at("template") == "https://shop.example/help/en/search?q={searchTerms}");
  CHECK(urls[1]->attributes.at("type") == "application/x-suggestions+json");
  CHECK(urls[1]->attributes.at("template") ==
        "https://shop.example/help/api/v1/opensearch?lang=en&q={searchTerms}");
  CHECK(parse_xml(server.get("/de/opensearch.xml").body).text_of("Language") == "de");
  CHECK(server.get("/de/").has("href=\"/help/de/opensearch.xml\""));
}

TEST_CASE("opensearch: suggestions as a browser's search bar wants them") {
  const TestServer server;
  const Answer answer = server.get("/api/v1/opensearch?lang=en&q=Track+my");
  CHECK(answer.header("Content-Type") == "application/x-suggestions+json");
  const auto list = nlohmann::json::parse(answer.body);
  REQUIRE(list.size() == 4);
  CHECK(list[0] == "Track my");
  CHECK(list[1][0] == "Track my order");
  CHECK(list[2].empty());
  CHECK(list[3][0] == "https://shop.example/help/en/orders/track-my-order");
  CHECK(list[1].size() == list[3].size());
  CHECK(server.get("/api/v1/opensearch?lang=xx").status == 400);
}

TEST_CASE("llms.txt: every article's Markdown under its category, a line each") {
  SampleSite sample = sample_site();
  sample.articles.resize(7);
  sample.article("account/reset-password").title = "Reset [it]\nnow";
  sample.articles.push_back(kb::make_article("top", "At the top", "Top."));
  const TestServer server(sample);
  const Answer answer = server.get("/llms.txt");
  CHECK(answer.header("Content-Type") == "text/plain; charset=utf-8");
  const std::string root = "https://shop.example/help";
  CHECK(answer.body ==
        "# Acme Help\n\n"
        "> Answers about orders and accounts.\n\n"
        "## Your orders\n\n"
        "Tracking and returns\n\n"
        "- [Your orders](" +
            root +
            "/en/orders.md): Tracking and returns\n"
            "- [Change the delivery address](" +
            root +
            "/en/orders/change-address.md)\n"
            "- [Track my order](" +
            root +
            "/en/orders/track-my-order.md): Where your parcel is <now>.\n\n"
            "## Your orders / Returns\n\n"
            "- [Send something back](" +
            root +
            "/en/orders/returns/send-back.md)\n\n"
            "## Account\n\n"
            "- [Our caf\xC3\xA9](" +
            root +
            "/en/account/caf%C3%A9.md)\n"
            "- [Reset \\[it\\] now](" +
            root +
            "/en/account/reset-password.md)\n\n"
            "## Other articles\n\n"
            "- [At the top](" +
            root +
            "/en/top.md)\n\n"
            "## Optional\n\n"
            "- [Search API](" +
            root +
            "/openapi.json)\n"
            "- [German](" +
            root + "/de/llms.txt)\n");
  CHECK(server.get("/en/llms.txt").body == answer.body);
  CHECK(server.get("/de/llms.txt").has("(" + root + "/de/orders/track-my-order.md)"));
  for (const char* path : {"/en/orders.md", "/en/account/caf%C3%A9.md", "/en/top.md"})
    CHECK(server.get(path).status == 200);
}

TEST_CASE("security.txt: what RFC 9116 asks for, or nothing at all") {
  SampleSite sample = sample_site();
  sample.site.security_contact = "mailto:security@shop.example";
  CHECK(TestServer(sample).get("/.well-known/security.txt").status == 404);
  sample.site.security_expires = "2027-06-30T00:00:00Z";
  const TestServer server(sample);
  const Answer answer = server.get("/.well-known/security.txt");
  CHECK(answer.header("Content-Type") == "text/plain; charset=utf-8");
  CHECK(answer.body ==
        "Contact: mailto:security@shop.example\n"
        "Expires: 2027-06-30T00:00:00Z\n"
        "Preferred-Languages: en, de\n"
        "Canonical: https://shop.example/help/.well-known/security.txt\n");
}

TEST_CASE("favicon.ico: leads to the icon, even while there is no index") {
  const TestServer server(std::nullopt);
  const Answer answer = server.get("/favicon.ico");
  CHECK(answer.status == 302);
  const Answer icon = server.get(answer.header("Location"));
  CHECK(icon.status == 200);
  CHECK(icon.header("Content-Type") == "image/svg+xml");
}

TEST_CASE("discovery: what crawlers and readers fetch is compressed and has a validator") {
  const TestServer server;
  for (const char* target : {"/sitemap.xml", "/en/feed.atom", "/llms.txt"}) {
    CAPTURE(target);
    const Answer answer = server.get(target, {{"Accept-Encoding", "gzip"}});
    CHECK(answer.header("Content-Encoding") == "gzip");
    CHECK(
        server.get(target, {{"Accept-Encoding", "gzip"}, {"If-None-Match", answer.header("ETag")}}).status ==
        304);
  }
}

TEST_CASE("structured data: an article says what it is, where, and how new") {
  SampleSite sample = sample_site();
  sample.article("orders/track-my-order").title = "</script><script>alert('&')</script>";
  const TestServer server(sample);
  const std::string page = server.get("/en/orders/track-my-order").body;
  CHECK(page.find("<script>alert") == std::string::npos);
  const auto things = things_in(page);
  CHECK(things.size() == 2);
  const auto& article = things.at("TechArticle");
  CHECK(article["headline"] == "</script><script>alert('&')</script>");
  CHECK(article["description"] == "Where your parcel is <now>.");
  CHECK(article["dateModified"] == "2026-05-02");
  CHECK(article["inLanguage"] == "en");
  CHECK(article["url"] == "https://shop.example/help/en/orders/track-my-order");
  CHECK(article["publisher"]["name"] == "Acme Help");
  const auto& trail = things.at("BreadcrumbList")["itemListElement"];
  REQUIRE(trail.size() == 3);
  CHECK(trail[0]["item"] == "https://shop.example/help/en/");
  CHECK(trail[1]["name"] == "Your orders");
  CHECK(trail[1]["item"] == "https://shop.example/help/en/orders/");
  CHECK(trail[2]["position"] == 3);
  CHECK(trail[2]["item"] == "https://shop.example/help/en/orders/track-my-order");
}

TEST_CASE(
    "structured data: categories have a trail, the home page a search, a list of questions its answers") {
  SampleSite sample = sample_site();
  kb::Article& faq = sample.article("account/reset-password");
  faq.type = kb::ArticleType::faq;
  faq.sections.push_back(kb::make_section("a", "What if no email comes?", "Look in the spam folder."));
  faq.sections.push_back(kb::make_section("b", "How long is the link good?", "One hour."));
  const TestServer server(sample);
  const auto category = things_in(server.get("/en/orders/returns/").body);
  CHECK(category.size() == 1);
  CHECK(category.at("BreadcrumbList")["itemListElement"].back()["item"] ==
        "https://shop.example/help/en/orders/returns/");
  const auto home = things_in(server.get("/de/").body);
  CHECK(home.at("WebSite")["potentialAction"]["target"]["urlTemplate"] ==
        "https://shop.example/help/de/search?q={search_term_string}");
  const auto questions = things_in(server.get("/en/account/reset-password").body).at("FAQPage")["mainEntity"];
  REQUIRE(questions.size() == 2);
  CHECK(questions[1]["name"] == "How long is the link good?");
  CHECK(questions[1]["acceptedAnswer"]["text"] == "One hour.");
  CHECK_FALSE(server.get("/en/search?q=parcel").has("ld+json"));
}

TEST_CASE("page head: addresses are absolute for who reads them elsewhere") {
  SampleSite sample = sample_site();
  sample.site.theme.logo = "logo.0a1b.png";
  const TestServer server(sample);
  const Answer article = server.get("/de/orders/track-my-order");
  for (const char* fragment :
       {"<link rel=\"alternate\" hreflang=\"de\" "
        "href=\"https://shop.example/help/de/orders/track-my-order\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" "
        "href=\"https://shop.example/help/en/orders/track-my-order\">",
        "<meta property=\"og:type\" content=\"article\">", "<meta property=\"og:locale\" content=\"de_DE\">",
        "<meta property=\"og:image\" content=\"https://shop.example/help/assets/logo.0a1b.png\">",
        "<meta name=\"twitter:card\" content=\"summary\">"}) {
    CAPTURE(fragment);
    CHECK(article.has(fragment));
  }
  CHECK(server.get("/en/orders/track-my-order")
            .has("<meta property=\"article:modified_time\" content=\"2026-05-02\">"));
  const Answer home = server.get("/en/");
  CHECK(home.has("<meta property=\"og:type\" content=\"website\">"));
  CHECK_FALSE(home.has("modified_time"));
  CHECK_FALSE(TestServer().get("/en/").has("og:image"));
}
