#include "kb/model/colour.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "kb/model/site.h"

namespace kb {

namespace {

constexpr Colour kInk{16, 18, 20};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t mix(std::uint8_t from, std::uint8_t to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

Colour mix(Colour from, Colour to, double share) {
  return {mix(from.red, to.red, share), mix(from.green, to.green, share), mix(from.blue, to.blue, share)};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  unsigned value = 0;
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (error != std::errc{} || end != text.data() + 7) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>((value >> 8U) & 255U),
                static_cast<std::uint8_t>(value & 255U)};
}

std::string to_string(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour one, Colour other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

Colour readable_on(Colour colour, Colour background) {
  const Colour target = luminance(background) > 0.18 ? Colour{0, 0, 0} : kWhite;
  for (int step = 0; step <= 50; ++step) {
    const Colour moved = mix(colour, target, step / 50.0);
    if (contrast(moved, background) >= kReadable) return moved;
  }
  return target;
}

Colour ink_on(Colour background) {
  if (contrast(kWhite, background) >= kReadable) return kWhite;
  return readable_on(kInk, background);
}

Accent accent_of(std::string_view accent) {
  const Colour colour = parse_colour(accent).value_or(*parse_colour(SiteTheme{}.accent));
  const Colour light = readable_on(colour, kWhite);
  const Colour dark = readable_on(colour, kDarkPage);
  return {to_string(light), to_string(ink_on(light)), to_string(dark), to_string(ink_on(dark))};
}

}  // namespace kb
