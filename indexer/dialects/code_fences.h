// Reads what other tools write around code: a title in the info string, marks for highlighted lines, blocks
// of tabs, diagrams and formulas.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// ```` ```{% endraw %} ```` ends code for Jekyll; it does so for us afterwards. Comes before all other
// readers.
void close_raw_fences(Lines& lines);

// The language stays behind the fence, the title comes above it, in bold. In `:::code-group` each block of
// code becomes a tab. `unknown` hears of diagrams and formulas: they are shown as their source.
void read_code_fences(Lines& lines, RuleFindings& unknown);

}  // namespace indexer
