#include "indexer/theme/css_colour.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;

namespace {

std::string read(std::string_view text) {
  const auto colour = parse_css_colour(text);
  return colour ? kb::to_string(*colour) : "none";
}

}  // namespace

TEST_CASE("css colour: every way to write the same one") {
  for (const std::string_view text :
       {"#0f766e", "#0F766E", "rgb(15 118 110)", "rgb(15, 118, 110)", "RGBA(15,118,110)",
        "hsl(175.3 77.4% 26.1%)", "hsl(175.3deg, 77.4%, 26.1%)"}) {
    CAPTURE(text);
    CHECK(read(text) == "#0f766e");
  }
  CHECK(read("#abc") == "#aabbcc");
  CHECK(read("white") == "#ffffff");
  CHECK(read("rgb(100% 0% 50%)") == "#ff0080");
  CHECK(read("hsl(-120 100% 50%)") == "#0000ff");
}

TEST_CASE("css colour: what can be seen through or must be computed is none") {
  for (const std::string_view text :
       {"", "#", "#12", "#12345678", "rgb(1 2)", "rgb(1 2 3 / 50%)", "rgba(1, 2, 3, .5)", "transparent",
        "currentColor", "var(--ink)", "color-mix(in oklab, red, blue)", "oklch(50% .1 20)", "rgb(", "rgb()",
        "url(a.png)", "#fff url(a.png)"}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
}
