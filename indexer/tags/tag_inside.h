// What stands between an opening tag, which has a partner, and that one.
#pragma once

#include <string>

#include "indexer/tags/tag_pairs.h"

namespace indexer {

// Whether tabs hold a tab, and steps a step.
bool holds_parts(const TaggedText& text, const PlacedTag& open);

// The backticks around it: more than any in it.
std::string fence_around(const TaggedText& text, const PlacedTag& open);

// Whether it can be the text of a link: a few lines, none of them empty.
bool is_short_link(const TaggedText& text, const PlacedTag& open);

}  // namespace indexer
