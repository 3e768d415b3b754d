// What other tools' writers put within lines, and what belongs to no block: attributes, wiki links, marks,
// films, definition lists. It becomes Markdown and the HTML that we allow, before it is parsed. Blocks are
// dialects/dialects.h. One reader per construct, each in a file of its own. Code is left alone, and what is
// not understood stays as it is.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Before blocks are read, which would drop the tags of films. Thread-safe, as the next is.
Lines read_films(Lines lines);

// After blocks are read, so that what stood in one is at its place. `unknown` collects what leads nowhere.
Lines read_inline_dialects(Lines lines, const DialectContext& context, RuleFindings& unknown);

}  // namespace indexer
