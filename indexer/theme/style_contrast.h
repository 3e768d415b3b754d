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

// Each place where text and what lies behind it are less than 4.5 to 1 apart, on light or on dark pages (WCAG
// 2.2, 1.4.3): the tokens that the sheet sets, for all pages or for a part of them; what each rule sets as
// `color` or background, against what it sets of the other, what rules for parts around it set, or what every
// page has; and for the background of a part such as the header all colours that text in it has. A token that
// cannot be computed (a mixture, say) is a problem, too. Passed over is what can be seen through or takes
// more than looking variables up, selectors of classes that nothing is known about, and what counts for
// print, forced colours or more contrast only.
std::vector<StyleProblem> contrast_problems(const StyleSheet& sheet, std::string_view accent);

}  // namespace indexer
