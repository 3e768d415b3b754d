// Lines that only tell another tool what to put there or how to go on: a table of contents, a new page, the
// end of an excerpt, what a short form stands for. They say nothing to a reader and are dropped.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// Abbreviations (`*[HTML]: Hyper Text`) become the titles of the words they explain.
void read_markers(Lines& lines);

}  // namespace indexer
