// Cuts a page at its headings: a section is what search finds and what a link leads to.
#pragma once

#include <vector>

#include "indexer/html/html_tree.h"
#include "kb/model/article.h"

namespace indexer {

// Only headings directly in the body begin a section, so each section's HTML is complete by itself. The first
// one has no heading and is there even when empty.
std::vector<kb::Section> split_sections(const HtmlNode& body);

}  // namespace indexer
