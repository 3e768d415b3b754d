// Markdoc: annotations (`## T {% #id .class %}`), variables (`{% $name %}`) and tables made of lists.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// A heading's id and an image's width are kept in our own form, other annotations go. `unknown` hears of
// variables that nobody knows.
void read_markdoc(Lines& lines, const DialectContext& context, RuleFindings& unknown);

}  // namespace indexer
