// Colours, whether text in one can be read on another, and the site's accent made readable wherever it is
// used. Formulas: WCAG 2.2, relative luminance and contrast ratio.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kb {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  bool operator==(const Colour&) const = default;
};

inline constexpr Colour kWhite{255, 255, 255};
inline constexpr Colour kDarkPage{16, 18, 20};  // --paper in site.css, dark scheme
inline constexpr double kReadable = 4.5;        // WCAG 2.2, 1.4.3, level AA for body text

std::optional<Colour> parse_colour(std::string_view text);  // exactly "#rrggbb"
std::string to_string(Colour colour);

double luminance(Colour colour);            // 0 black to 1 white
double contrast(Colour one, Colour other);  // 1 to 21

// The colour, moved towards black or white just far enough to be readable on `background`.
Colour readable_on(Colour colour, Colour background);

// White, or a near-black where white would not be readable.
Colour ink_on(Colour background);

// The site's accent as #rrggbb on light and on dark pages, each with the colour of text on top of it.
struct Accent {
  std::string light;
  std::string light_ink;
  std::string dark;
  std::string dark_ink;
};

// `accent` as in site.yaml. Anything but a colour becomes the default one.
Accent accent_of(std::string_view accent);

}  // namespace kb
