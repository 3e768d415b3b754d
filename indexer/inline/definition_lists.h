// Definition lists of PHP Markdown Extra, Kramdown, Pandoc and MkDocs: a term, and below it `: ` and what it
// means. They become <dl> with Markdown inside.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// Only at the beginning of lines, in no list or quote. Adds lines: mark_kinds() must follow.
void read_definition_lists(Lines& lines);

}  // namespace indexer
