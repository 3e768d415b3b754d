#include "searchd/theme/site_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "kb/model/colour.h"

namespace searchd {

namespace {

// `font: serif` is one of the families that site.css names as --serif.
std::string font_families(const std::string& font) {
  constexpr std::array<std::string_view, 3> kOurs{"serif", "rounded", "mono"};
  const bool is_ours = std::find(kOurs.begin(), kOurs.end(), font) != kOurs.end();
  return is_ours ? "var(--" + font + ")" : font;
}

std::string make_style(const Theme& theme, const kb::Site& site) {
  const kb::SiteTheme& own = site.theme;
  const AssetTable& files = theme.assets();
  const ThemeAsset* style = files.find(files.public_name("site.css"));
  View view;
  set_accent(view, own.accent);
  view.set("font", own.font == kb::SiteTheme{}.font ? "" : font_families(own.font));
  view.set("radius", own.radius == kb::SiteTheme{}.radius ? "" : std::to_string(own.radius));
  view.set("compact", own.density == "compact");
  view.set("roomy", own.density == "roomy");
  return (style ? *style->identity : "") + theme.render("theme.css", site.languages.front(), view) +
         own.style;
}

}  // namespace

void set_accent(View& view, std::string_view accent) {
  const kb::Accent colours = kb::accent_of(accent);
  view.set("accent", colours.light);
  view.set("accent_ink", colours.light_ink);
  view.set("accent_dark", colours.dark);
  view.set("accent_dark_ink", colours.dark_ink);
}

// Compressing it takes longer than all the rest of an edition, so the last one is kept: content changes more
// often than its theme.
AssetTable site_style(const Theme& theme, const kb::Site& site) {
  static std::mutex mutex;
  static std::string kept_style;
  static AssetTable kept;
  std::string style = make_style(theme, site);
  const std::lock_guard lock(mutex);
  if (style != kept_style) {
    kept = AssetTable();
    kept.add("site.css", style);
    kept_style = std::move(style);
  }
  return kept;
}

}  // namespace searchd
