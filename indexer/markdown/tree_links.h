// Asks for every link and image of a Markdown tree where it leads, and writes the answer into the tree.
#pragma once

#include "indexer/markdown/links.h"
#include "indexer/markdown/markdown_tree.h"

namespace indexer {

void resolve_links(MarkdownNode& document, Links& links, const SourceText& source);

}  // namespace indexer
