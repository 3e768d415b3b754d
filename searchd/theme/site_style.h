// The pages' style sheet: ours, then what the site's theme changes.
#pragma once

#include <string_view>

#include "kb/model/site.h"
#include "searchd/theme/asset_table.h"
#include "searchd/theme/theme.h"
#include "searchd/theme/view.h"

namespace searchd {

// Sets a template's accent, accent_ink, accent_dark and accent_dark_ink.
void set_accent(View& view, std::string_view accent);

// A table of one file, site.css: ours, the theme's colours, fonts, corners and spacing, and its own style at
// the end. One request for all of it.
AssetTable site_style(const Theme& theme, const kb::Site& site);

}  // namespace searchd
