// Finds the first character of every link and image of a Markdown tree. cmark's own place is wrong behind a
// hard break, a `:::image` or several lines of link text, and bare URLs have none.
#pragma once

#include "indexer/markdown/markdown_tree.h"

namespace indexer {

// Corrects `line` and `column` of links and images. What cannot be found keeps the last known place before
// it.
void locate_links(MarkdownNode& document, const SourceText& source);

}  // namespace indexer
