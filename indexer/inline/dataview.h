// Values that Obsidian's Dataview reads from a text: `[key:: value]`, `(key:: value)` and lines of `key::
// value`.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// As Dataview shows them: "key: value", "value" and a line with the key in bold.
void read_dataview(Lines& lines);

}  // namespace indexer
