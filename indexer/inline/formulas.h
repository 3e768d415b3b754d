// Formulas in a text, as TeX has them: `$x_1$`. Pandoc, Obsidian, MkDocs, Docusaurus and GitHub read them.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Shows a formula as code. Sums of money are none: "$5 or $6", "US$5".
void read_formulas(Lines& lines, RuleFindings& unknown);

}  // namespace indexer
