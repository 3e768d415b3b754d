#include "searchd/theme/asset_table.h"

#include <doctest/doctest.h>

using namespace searchd;

TEST_CASE("asset table: known by a name that holds the hash of its bytes") {
  AssetTable table;
  table.add("site.css", std::string(3000, 'x'));
  const std::string name = table.public_name("site.css");
  CHECK(name.size() == std::string("site.").size() + 12 + std::string(".css").size());
  const ThemeAsset* asset = table.find(name);
  REQUIRE(asset);
  CHECK(asset->content_type == "text/css; charset=utf-8");
  CHECK(table.find("site.css") == nullptr);
  CHECK(table.public_name("none.css") == "");
}

TEST_CASE("asset table: the asked encoding where there is one") {
  AssetTable table;
  table.add("site.css", std::string(3000, 'x'));
  table.add("dot.png", "tiny");
  const ThemeAsset& css = *table.find(table.public_name("site.css"));
  const ThemeAsset& png = *table.find(table.public_name("dot.png"));
  for (const Encoding wanted : {Encoding::identity, Encoding::gzip, Encoding::brotli}) {
    Encoding encoding = wanted;
    CHECK(css.body(encoding)->size() <= 3000);
    CHECK(encoding == wanted);
    encoding = wanted;
    CHECK(*png.body(encoding) == "tiny");
    CHECK(encoding == Encoding::identity);
  }
}

TEST_CASE("content_type_of: by extension, in any case") {
  CHECK(content_type_of("a.SVG") == "image/svg+xml");
  CHECK(content_type_of("a.b.pdf") == "application/pdf");
  CHECK(content_type_of("a.html") == "application/octet-stream");
  CHECK(content_type_of("none") == "application/octet-stream");
}
