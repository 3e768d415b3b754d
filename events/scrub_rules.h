// What scrub() looks for: a table of regular expressions, in the order in which they are applied.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace events {

// What group 1 matched stays, the rest of the match becomes the placeholder. A match that is nothing but
// group 1 is left alone: so a rule says what only looks like its prey.
struct ScrubRule {
  std::string_view placeholder;
  std::string pattern;  // ICU's syntax, for text in NFKC, whatever its case
};

std::span<const ScrubRule> scrub_rules();

}  // namespace events
