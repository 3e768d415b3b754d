// DocFX's references by the `uid:` of an article: `<xref:uid>`, `[text](xref:uid)`, `@uid`, `@"uid"`.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Links to the article, with its title. `<xref:uid>` of none, such as a class of an API, becomes code, and
// `unknown` hears of it.
void read_xrefs(Lines& lines, const DialectContext& context, RuleFindings& unknown);

}  // namespace indexer
