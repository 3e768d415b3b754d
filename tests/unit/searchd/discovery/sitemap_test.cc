#include "searchd/discovery/sitemap.h"

#include <doctest/doctest.h>

#include "searchd/discovery/file_reply.h"

using namespace searchd;

namespace {

using Parts = std::vector<std::pair<std::size_t, std::size_t>>;

std::vector<SitePage> pages(std::size_t count, Translations translations = {}) {
  return std::vector<SitePage>(count, SitePage{"/en/a", std::nullopt, std::move(translations)});
}

}  // namespace

TEST_CASE("sitemap parts: as many pages as the limits allow, none left out") {
  const std::string root = "https://a.example";
  CHECK(sitemap_parts({}, root).empty());
  CHECK(sitemap_parts(pages(50'000), root) == Parts{{0, 50'000}});
  CHECK(sitemap_parts(pages(50'001), root) == Parts{{0, 50'000}, {50'000, 1}});
  CHECK(sitemap_parts(pages(5), root, {.pages = 2}) == Parts{{0, 2}, {2, 2}, {4, 1}});
}

TEST_CASE("sitemap parts: long addresses and translations count by their bytes") {
  const std::string root = "https://a.example";  // 17 bytes; an address is then 22 and its tags
  CHECK(sitemap_parts(pages(4), root, {.bytes = 164}) == Parts{{0, 2}, {2, 2}});
  CHECK(sitemap_parts(pages(4), root, {.bytes = 163}) == Parts{{0, 1}, {1, 1}, {2, 1}, {3, 1}});
  CHECK(sitemap_parts(pages(2), root, {.bytes = 1}) == Parts{{0, 1}, {1, 1}});  // one page always fits
  const Translations two{{"en", "/en/a"}, {"de", "/de/a"}};
  CHECK(sitemap_parts(pages(2, two), root, {.bytes = 8 * 82}) == Parts{{0, 2}});
  CHECK(sitemap_parts(pages(2, two), root, {.bytes = 8 * 82 - 1}) == Parts{{0, 1}, {1, 1}});
}

TEST_CASE("files for programs: what XML forbids is left out, everything else stays") {
  CHECK(without_forbidden("a\x01"
                          "b\x0B\x1F\tc\r\n") == "ab\tc\r\n");
  CHECK(without_forbidden("\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD") == "||\xEF\xBF\xBD");
  CHECK(without_forbidden("caf\xC3\xA9 \xF0\x9F\x8E\xA7 \x7F") == "caf\xC3\xA9 \xF0\x9F\x8E\xA7 \x7F");
}
