#include "indexer/output/source_excerpt.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("source excerpt: the caret stands under the place") {
  const struct {
    std::string_view line;
    int column;
    std::string_view excerpt;
  } cases[] = {
      {"See [it](x.md).", 5, "    3 | See [it](x.md).\n      |     ^\n"},
      {"", 1, "    3 | \n      | ^\n"},
      {"ab", 3, "    3 | ab\n      |   ^\n"},
      {"ab", 99, "    3 | ab\n      |   ^\n"},
      {"\ta\tb", 4, "    3 |  a b\n      |    ^\n"},
      {"日本語x", 4, "    3 | 日本語x\n      |       ^\n"},
      {"e\u0301x", 3, "    3 | e\u0301x\n      |  ^\n"},
      {"a\x1b[31mb", 3, "    3 | a\\x1b[31mb\n      |      ^\n"},
      {"a\u202Eb", 3, "    3 | a\\xe2\\x80\\xaeb\n      |              ^\n"},
  };
  for (const auto& [line, column, excerpt] : cases) {
    CAPTURE(line);
    CHECK(source_excerpt(line, {3, column}) == excerpt);
  }
}

TEST_CASE("source excerpt: of a long line the surroundings are shown") {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  CHECK(source_excerpt(line, {12, 501}) == "   12 | ..." + std::string(50, 'a') + "X" + std::string(49, 'b') +
                                               "...\n      | " + std::string(53, ' ') + "^\n");
  CHECK(source_excerpt(line, {12, 1}) == "   12 | " + std::string(100, 'a') + "...\n      | ^\n");
  CHECK(source_excerpt(line, {12, 1001}) ==
        "   12 | ..." + std::string(99, 'b') + "b\n      | " + std::string(102, ' ') + "^\n");
  const std::string wide = "水水水水水水水水水水";
  std::string long_wide;
  for (int i = 0; i < 30; ++i) long_wide += wide;
  CHECK(source_excerpt(long_wide, {1, 150}).find("^") != std::string::npos);
}
