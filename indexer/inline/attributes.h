// Lists of attributes behind headings, links, images and blocks: `{#id .class key="value"}`. Ids of headings
// and sizes of images are kept in our own form; the rest says how something should look elsewhere, and is
// dropped.
#pragma once

#include "indexer/lines/lines.h"
#include "indexer/tags/attribute_list.h"

namespace indexer {

// Attributes of MkDocs, Kramdown, Pandoc, Hugo, Docusaurus and GitBook; sizes of images of Obsidian and
// others (see images.h).
void read_attributes(Lines& lines);

}  // namespace indexer
