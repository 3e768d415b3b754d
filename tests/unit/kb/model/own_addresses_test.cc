#include "kb/model/own_addresses.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("own addresses: whole names, and whatever lies below some of them") {
  for (const char* path :
       {"/", "/robots.txt", "/api/v1/search", "/assets/x.png", "/sitemap-1.xml", "/metrics"})
    CHECK(is_own_address(path));
  for (const char* path : {"", "/robots", "/robots.txt/x", "/apis", "/en/search", "/search"}) {
    CAPTURE(path);
    CHECK_FALSE(is_own_address(path));
  }
}

TEST_CASE("own addresses: below a language") {
  for (const char* rest : {"", "search", "contact/chosen", "contact/message", "widget", "widget/orders/track",
                           "feed.atom", "status", "status.atom"})
    CHECK(is_own_below_language(rest));
  for (const char* rest : {"widgets", "orders/search", "contact/", "contact/x", "searching"}) {
    CAPTURE(rest);
    CHECK_FALSE(is_own_below_language(rest));
  }
}

}  // namespace
}  // namespace kb
