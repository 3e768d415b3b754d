// What a tag shows by itself, as Markdown: the words and links that stand in its attributes.
#pragma once

#include <string>
#include <vector>

#include "indexer/tags/tag_rules.h"

namespace indexer {

// The image that it names, or its label where it names none.
std::string image_words(const Tag& tag, const std::string& label);

// The lines that a card, code, fields and what is not known stand for; an empty one parts paragraphs. `rule`
// is that of the tag.
std::vector<std::string> shown_lines(const Tag& tag, const TagRule& rule);

// What a text with a tip says behind it, such as " (What it is, [Read](b.md))"; "" for nothing.
std::string tip_words(const Tag& tag);

}  // namespace indexer
