#include "searchd/routes.h"

#include <doctest/doctest.h>

#include "kb/model/own_addresses.h"

using namespace searchd;

TEST_CASE("routes: every path finds its row") {
  struct Case {
    std::string path;
    std::string name;
    std::string lang;
    std::string rest;
  };
  const std::vector<Case> cases{
      {"/", "root", "", ""},
      {"/healthz", "healthz", "", ""},
      {"/api/v1/search", "api_search", "", ""},
      {"/api/v1/articles/a/b", "api_article", "", "a/b"},
      {"/api/v1/articles/", "api_unknown", "", "v1/articles/"},
      {"/api/v2", "api_unknown", "", "v2"},
      {"/assets/x.css", "asset", "", "x.css"},
      {"/sitemap.xml", "sitemap", "", ""},
      {"/sitemap-12.xml", "sitemap_part", "", "12.xml"},
      {"/robots.txt", "robots", "", ""},
      {"/opensearch.xml", "opensearch", "", ""},
      {"/de/opensearch.xml", "opensearch", "de", ""},
      {"/de/feed.atom", "feed", "de", ""},
      {"/feed.atom", "other", "", "/feed.atom"},
      {"/widget.js", "widget_script", "", ""},
      {"/de/widget", "widget", "de", ""},
      {"/de/widget/suggest.json", "widget_suggest", "de", ""},
      {"/de/widget/orders/track", "widget_content", "de", "orders/track"},
      {"/de/widgets", "content", "de", "widgets"},
      {"/en/", "home", "en", ""},
      {"/de/search", "search", "de", ""},
      {"/en/searching", "content", "en", "searching"},
      {"/en/orders/track", "content", "en", "orders/track"},
      {"/xx/orders", "other", "", "/xx/orders"},
      {"/en", "other", "", "/en"},
      {"/hc/1", "other", "", "/hc/1"},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.path);
    const Match match = match_route(expected.path, {"en", "de"});
    CHECK(match.route->name == expected.name);
    if (!expected.lang.empty()) CHECK(match.lang == expected.lang);
    CHECK(match.rest == expected.rest);
  }
}

TEST_CASE("routes: the address of each is reserved, so that no article or alias can hide it") {
  for (const Route& route : all_routes()) {
    if (route.name == "content" || route.name == "other") continue;  // the articles themselves
    CAPTURE(route.pattern);
    constexpr std::string_view kLanguage = "/{lang}/";
    std::string address(route.pattern);
    if (const auto rest = address.find("{rest}"); rest != std::string::npos) address.replace(rest, 6, "x");
    CHECK((address.starts_with(kLanguage) ? kb::is_own_below_language(address.substr(kLanguage.size()))
                                          : kb::is_own_address(address)));
  }
}

TEST_CASE("routes: methods are those of the list, whole words") {
  const Route& route = all_routes().front();
  CHECK(allows(route, "GET"));
  CHECK(allows(route, "HEAD"));
  for (const char* method : {"POST", "", "GE", "GET, HEAD", "get"}) CHECK_FALSE(allows(route, method));
}
