// TeX's own signs around formulas, as MathJax reads them: `\[ x \]`, and `\\( x \\)` of mdBook and Jekyll,
// where the backslashes are escaped.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// A formula on lines of its own gets `$$` around it, one within a text is shown as its source, which
// `unknown` hears of. With single backslashes only what is certain to be a formula is read: they are
// Markdown's escapes.
void read_tex_brackets(Lines& lines, RuleFindings& unknown);

}  // namespace indexer
