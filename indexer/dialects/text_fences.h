// Fences around what is no code: ```` ```mdx-code-block ```` of Docusaurus and ```` ```admonish ```` of
// mdBook.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// The first kind of fence goes, the second becomes an alert or a folded block of ours.
void open_text_fences(Lines& lines);

}  // namespace indexer
