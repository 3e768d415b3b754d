#include "kb/model/colour.h"

#include <doctest/doctest.h>

using namespace kb;

TEST_CASE("colour: only #rrggbb is one") {
  CHECK(parse_colour("#0f766e") == Colour{15, 118, 110});
  CHECK(parse_colour("#FFFFFF") == kWhite);
  for (const std::string text : {"", "#fff", "0f766e", "#0f766", "#0f766g", "#0f766e ", "red", "#-12345"}) {
    CAPTURE(text);
    CHECK(parse_colour(text) == std::nullopt);
  }
  CHECK(to_string(Colour{15, 118, 110}) == "#0f766e");
}

TEST_CASE("contrast: the known values of WCAG") {
  CHECK(contrast(kWhite, Colour{}) == doctest::Approx(21));
  CHECK(contrast(kWhite, kWhite) == doctest::Approx(1));
  CHECK(contrast(Colour{0x76, 0x76, 0x76}, kWhite) == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("readable_on: any accent is readable on any page, and a good one stays as it is") {
  const Colour dark{16, 18, 20};
  for (int red = 0; red <= 255; red += 51) {
    for (int green = 0; green <= 255; green += 51) {
      for (int blue = 0; blue <= 255; blue += 51) {
        const Colour accent{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                            static_cast<std::uint8_t>(blue)};
        CHECK(contrast(readable_on(accent, kWhite), kWhite) >= kReadable);
        CHECK(contrast(readable_on(accent, dark), dark) >= kReadable);
        CHECK(contrast(ink_on(accent), accent) >= kReadable);
      }
    }
  }
  CHECK(readable_on({15, 118, 110}, kWhite) == Colour{15, 118, 110});
}
