// Whether people can read text in the colours that a site's style sets.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "indexer/theme/style_sheet.h"
#include "kb/model/colour.h"

namespace indexer {

// A colour of ours that a site's style may set: `--ink` and so on in site.css, as it is without.
struct StyleToken {
  std::string_view name;
  kb::Colour light;
  kb::Colour dark;
};

// The tokens that are checked; `--brand`, `--link` and `--brand-ink` follow from the accent.
std::vector<StyleToken> style_tokens(std::string_view accent);

// Each place where text and what lies behind it are less than 4.5 to 1 apart, on light or on dark pages: the
// tokens that the sheet sets, and each rule that sets `color` or a background of its own. WCAG 2.2, 1.4.3.
// A colour that cannot be computed (a mixture, say) is a problem in a token and passed over in a rule, and so
// is what counts for print, forced colours or more contrast only.
std::vector<StyleProblem> contrast_problems(const StyleSheet& sheet, std::string_view accent);

}  // namespace indexer
