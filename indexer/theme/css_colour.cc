#include "indexer/theme/css_colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

// HTML 4.01, 6.5.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kNames{{
    {"black", "#000000"},
    {"silver", "#c0c0c0"},
    {"gray", "#808080"},
    {"white", "#ffffff"},
    {"maroon", "#800000"},
    {"red", "#ff0000"},
    {"purple", "#800080"},
    {"fuchsia", "#ff00ff"},
    {"green", "#008000"},
    {"lime", "#00ff00"},
    {"olive", "#808000"},
    {"yellow", "#ffff00"},
    {"navy", "#000080"},
    {"blue", "#0000ff"},
    {"teal", "#008080"},
    {"aqua", "#00ffff"},
}};

struct Part {
  double value;
  bool percent;
};

// "174deg 83% 26%" or "1, 2, 3": three parts, or none when one is not understood.
std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  while (true) {
    const auto begin = text.find_first_not_of(" \t\n,");
    if (begin == std::string_view::npos) return parts;
    text.remove_prefix(begin);
    Part part{0, false};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part.value);
    if (error != std::errc{}) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with("deg")) text.remove_prefix(3);
    part.percent = text.starts_with("%");
    if (part.percent) text.remove_prefix(1);
    parts.push_back(part);
  }
}

std::uint8_t channel(double share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

std::optional<kb::Colour> from_rgb(const std::vector<Part>& parts) {
  const auto of = [](const Part& part) { return channel(part.value / (part.percent ? 100 : 255)); };
  return kb::Colour{of(parts[0]), of(parts[1]), of(parts[2])};
}

// CSS Color Module Level 4, 7.1.
std::optional<kb::Colour> from_hsl(const std::vector<Part>& parts) {
  const double hue = parts[0].value;
  const double saturation = std::clamp(parts[1].value / 100, 0.0, 1.0);
  const double lightness = std::clamp(parts[2].value / 100, 0.0, 1.0);
  const auto of = [&](double n) {
    const double k = std::fmod(std::fmod(n + hue / 30, 12) + 12, 12);
    const double a = saturation * std::min(lightness, 1 - lightness);
    return channel(lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
  };
  return kb::Colour{of(0), of(8), of(4)};
}

std::optional<kb::Colour> from_hash(const std::string& text) {
  if (text.size() != 4) return kb::parse_colour(text);
  std::string full = "#";
  for (const char c : text.substr(1)) full.append(2, c);
  return kb::parse_colour(full);
}

}  // namespace

std::optional<kb::Colour> parse_css_colour(std::string_view given) {
  const std::string text = kb::to_lower(given);
  if (text.starts_with("#")) return from_hash(text);
  for (const auto& [name, hash] : kNames) {
    if (text == name) return kb::parse_colour(hash);
  }
  const auto open = text.find('(');
  if (open == std::string::npos || text.back() != ')') return std::nullopt;
  const std::vector<Part> parts = parts_of(std::string_view(text).substr(open + 1, text.size() - open - 2));
  if (parts.size() != 3) return std::nullopt;
  const std::string_view function = std::string_view(text).substr(0, open);
  if (function == "rgb" || function == "rgba") return from_rgb(parts);
  if (function == "hsl" || function == "hsla") return from_hsl(parts);
  return std::nullopt;
}

}  // namespace indexer
