// Reads blocks whose content is indented below their first line, as Python-Markdown and MkDocs Material have
// them:
// `!!! note "Title"`, `??? tip "Title"` (folded), `=== "Label"` (a tab).
#pragma once

#include <string_view>

#include "indexer/lines/lines.h"

namespace indexer {

// They become `:::` blocks of ours, in lists and in one another, too. What has no indented line below it
// stays.
void read_indented_blocks(Lines& lines);

// Whether a line without its indentation begins such a block, if others are indented by four columns below.
bool begins_indented_block(std::string_view content);

}  // namespace indexer
