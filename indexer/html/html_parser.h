// gumbo's HTML parser within a budget and with limits on what it builds, and what is read from its elements.
#pragma once

#include <gumbo.h>

#include <span>
#include <string>
#include <string_view>

#include "indexer/html/parser_budget.h"

namespace indexer {

// The tree lives as long as the budget and the text. Throws ParserBudget::Exceeded.
const GumboNode& parse_html(const std::string& html, ParserBudget& budget);

// What is too much in the tree, or "". Counts what the parser built: it opens formatting again in each block,
// and closes what nobody closed.
std::string exceeded_limit(const GumboNode& root);

std::span<GumboNode* const> children_of(const GumboElement& element);
std::span<GumboAttribute* const> attributes_of(const GumboElement& element);

// Control characters are allowed nowhere, and break XML feeds.
std::string without_controls(std::string_view text);

// As the writer has it; "" for an element that the parser made up.
std::string_view written_name(const GumboElement& element);
// In lower case; all of SVG is "svg", all of MathML "math".
std::string tag_name(const GumboElement& element);

// nullptr and "" when there is none.
const char* value_of(const GumboElement& element, const char* attribute);
std::string attribute_of(const GumboElement& element, const char* attribute);

}  // namespace indexer
