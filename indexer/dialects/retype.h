// Retype's blocks between lines of signs, and its markers within lines: `+++ Tab`, `==- Folded`, `!!!warning
// Title`,
// `||| Column`, `[!badge New]`. Experience League has `+++Title` for what is folded.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// Blocks become `:::` blocks of ours, columns bold titles. What is never closed stays as it is.
void read_retype(Lines& lines);

}  // namespace indexer
