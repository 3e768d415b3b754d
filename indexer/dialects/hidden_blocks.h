// Blocks that Quarto and Pandoc do not show on web pages: `::: {.content-hidden when-format="html"}`,
// `::: {.content-visible when-format="pdf"}`, `::: {.hidden}`.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Takes them out. What depends on a profile or on metadata is not shown either. One that is never closed
// hides the rest of the page, and `unclosed` hears of it.
void remove_hidden_blocks(Lines& lines, RuleFindings& unclosed);

}  // namespace indexer
