#include "indexer/config/theme_config.h"

#include <algorithm>
#include <array>

#include "indexer/config/config_file.h"
#include "kb/model/colour.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr int kMostRadius = 24;  // pixels; more turns fields into pills
constexpr std::size_t kMostFontBytes = 200;

struct Reading {
  kb::SiteTheme& theme;
  ThemeFiles& files;
};

void read_accent(const YamlFields& fields, const YamlEntry& entry, Reading& to) {
  const std::string accent = fields.text(entry).value_or("");
  if (!kb::parse_colour(accent)) return fields.wrong(entry, "a colour such as \"#0f766e\", in quotes");
  to.theme.accent = accent;
}

// It stands in our style sheet as it is, so nothing in it may end the declaration.
bool is_font_list(std::string_view text) {
  const auto is_plain = [](char c) {
    return kb::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view(" ,-_\"'").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.size() <= kMostFontBytes && std::all_of(text.begin(), text.end(), is_plain) &&
         std::count(text.begin(), text.end(), '"') % 2 == 0 &&
         std::count(text.begin(), text.end(), '\'') % 2 == 0;
}

void read_font(const YamlFields& fields, const YamlEntry& entry, Reading& to) {
  const std::string font = fields.text(entry).value_or("");
  if (!is_font_list(font)) {
    return fields.wrong(entry,
                        "sans, serif, rounded, mono or names of fonts such as \"Inter, Arial, sans-serif\"");
  }
  to.theme.font = font;
}

void read_radius(const YamlFields& fields, const YamlEntry& entry, Reading& to) {
  if (const auto radius = fields.number(entry, 0, kMostRadius)) to.theme.radius = *radius;
}

void read_density(const YamlFields& fields, const YamlEntry& entry, Reading& to) {
  constexpr std::array<std::string_view, 3> kDensities{"compact", "normal", "roomy"};
  const std::string density = fields.text(entry).value_or("");
  if (std::find(kDensities.begin(), kDensities.end(), density) == kDensities.end())
    return fields.wrong(entry, "compact, normal or roomy");
  to.theme.density = density;
}

template <ThemeFile ThemeFiles::*member>
void read_file(const YamlFields& fields, const YamlEntry& entry, Reading& to) {
  to.files.*member = {fields.text(entry).value_or(""), entry.value.at};
}

}  // namespace

void read_theme(const YamlFields& fields, const YamlEntry& entry, kb::SiteTheme& theme, ThemeFiles& files) {
  static constexpr YamlKey<Reading> kKeys[] = {
      {"accent", read_accent},
      {"logo", read_file<&ThemeFiles::logo>},
      {"icon", read_file<&ThemeFiles::icon>},
      {"share_image", read_file<&ThemeFiles::share_image>},
      {"header_image", read_file<&ThemeFiles::header_image>},
      {"font", read_font},
      {"radius", read_radius},
      {"density", read_density},
      {"style", read_file<&ThemeFiles::style>},
  };
  Reading reading{theme, files};
  read_config_keys(entry.value, kKeys, fields, reading);
}

}  // namespace indexer
