// Blocks of MyST, the Markdown of Sphinx and Jupyter Book: ```` ```{note} ````, `:::{tab-set}` and comments
// of whole lines. myst/ has the parts; roles and labels are read later (myst/myst_roles.h).
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// They become `:::` blocks, code and tags of ours, so this comes before all other readers. Where the site is
// Sphinx's a name that nobody knows is a directive, too, and `% ` begins a comment, which is taken out like
// `todo` and what is `only` for another output. One that is never closed hides the rest of the page.
void read_myst(Lines& lines, const DialectContext& context, RuleFindings& unknown);

}  // namespace indexer
