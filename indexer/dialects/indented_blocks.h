// Reads blocks whose content is indented below their first line, as Python-Markdown and MkDocs Material have
// them:
// `!!! note "Title"`, `??? tip "Title"` (folded), `=== "Label"` (a tab).
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// They become `:::` blocks of ours, in lists and in one another, too. What has no indented line below it
// stays.
void read_indented_blocks(Lines& lines);

}  // namespace indexer
