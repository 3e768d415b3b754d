// Work in steps: headings that count ("Step 2: Restart it") and ordered lists.
#pragma once

#include <cstddef>

#include "indexer/html/html_tree.h"

namespace indexer {

// Lists under a heading that counts are lettered, so that "step 2" is one thing on the page.
void letter_lists(HtmlNode& body);

// What a how-to asks for: its headings that count, else its first ordered list of two items or more.
struct Effort {
  std::size_t steps = 0;
  std::size_t words = 0;  // to be read for them
};

Effort effort_of(const HtmlNode& body);

}  // namespace indexer
