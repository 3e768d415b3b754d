// Marks within a line that CommonMark does not have: ==marked==, ^^inserted^^, H~2~O, 10^3^, ++ctrl+c++ and
// Adobe's
// [!UICONTROL Save]. They become the HTML that we allow.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// MkDocs Material, Obsidian, Pandoc, markdown-it, Experience League. Icons (`:material-home:`) are dropped.
// What could be something else, `a == b` and `~~struck~~` among it, stays.
void read_inline_marks(Lines& lines);

}  // namespace indexer
