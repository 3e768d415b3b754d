// Lists of attributes behind headings, links, images and blocks: `{#id .class key="value"}`. Ids of headings
// and sizes of images are kept in our own form; the rest says how something should look elsewhere, and is
// dropped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/lines/lines.h"

namespace indexer {

struct AttributeList {
  std::size_t size = 0;  // in bytes, braces included
  std::string id;
  std::string width;  // in pixels, digits only
  std::string height;
};

// `text` begins with `{`. nullopt for braces that hold anything else, as `{name}` and `{{ name }}` do.
std::optional<AttributeList> read_attribute_list(std::string_view text);

// "300px" -> "300"; "" for what is no number of pixels.
std::string pixels(std::string_view value);

// Attributes of MkDocs, Kramdown, Pandoc, Hugo, Docusaurus and GitBook; sizes of images of Obsidian and
// others (see images.h).
void read_attributes(Lines& lines);

}  // namespace indexer
