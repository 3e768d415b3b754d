// Blocks between lines of slashes (`/// note | Title`, MkDocs' pymdownx.blocks), and Docsify's `?> a tip` and
// `!> a warning`.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// Writes them as our `:::` blocks. A block that is never closed stays text.
void read_slash_blocks(Lines& lines);

}  // namespace indexer
