// What scrub() looks for: a table of regular expressions, in the order in which they are applied.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace events {

// What group 1 matched stays, and the rest of the match becomes the placeholder. When group 1 is the whole
// match, nothing changes: so a rule names what only looks like a hit.
struct ScrubRule {
  std::string_view placeholder;
  std::string pattern;  // ICU's syntax, for text in NFKC, whatever its case
};

std::span<const ScrubRule> scrub_rules();

}  // namespace events
