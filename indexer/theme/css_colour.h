// Colours as CSS writes them.
#pragma once

#include <optional>
#include <string_view>

#include "kb/model/colour.h"

namespace indexer {

// "#rgb", "#rrggbb", "rgb(1 2 3)", "rgb(1, 2, 3)", "hsl(174 83% 26%)" and the sixteen names of HTML 4.
// nullopt for anything else, and for what can be seen through.
std::optional<kb::Colour> parse_css_colour(std::string_view text);

}  // namespace indexer
