// Takes out what is program and not text in MDX: `import ... from`, `export const ...`, `{props.children}`.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// `is_mdx`: the file says so by its name; else imports and exports do. Says whether it is. `unknown` hears of
// code that would have made text.
bool remove_mdx_lines(Lines& lines, bool is_mdx, RuleFindings& unknown);

}  // namespace indexer
