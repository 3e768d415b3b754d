// Roles of MyST, `{kbd}`Ctrl`` and `{doc}`text <page>``, and links to its labels.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// They become text, links and code. Where the site is not one of Sphinx only known names are roles. Requires:
// the lines' kinds are marked; they are marked again when lines were taken out.
void read_myst_roles(Lines& lines, const DialectContext& context, RuleFindings& unknown);

}  // namespace indexer
