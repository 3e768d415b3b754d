// Blocks of Microsoft Learn (DocFX): zones, columns, tabs made of headings, `[!div]`. And the tabs of
// VuePress and VitePress, which are lines between `:::tabs` and `:::` as well.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

void read_docfx(Lines& lines);

}  // namespace indexer
