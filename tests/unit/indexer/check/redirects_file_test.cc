#include "indexer/check/redirects_file.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("redirects file: plain redirects are read, everything else is passed over") {
  const auto found = read_redirects_file(
      "# a comment\n"
      "/old /new\n"
      "/hc/*  /help 302!\n"
      "/index.php id=4 lang=de /four 301\n"
      "/rewritten /index.html 200\n"
      "/away https://shop.example/ 301\n"
      "/blog/* /news/:splat\n"
      "/store id=:id /item/:id\n"
      "\n"
      "old /new\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].from == "/old");
  CHECK(found[0].to == "/new");
  CHECK(found[0].line == 2);
  CHECK(found[1].from == "/hc/*");
  CHECK(found[2].from == "/index.php?id=4&lang=de");
  CHECK(found[2].to == "/four");
}
