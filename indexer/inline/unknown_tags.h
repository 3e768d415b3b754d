// Tags of templates that nobody here knows, after everything else was read: `{% chart %}`, `{{< my-box
// "Title" >}}`.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// One with a line to itself, and a pair within a line, are signs for their own tool: they go, their title and
// what is inside stay. Any other may be what the text is about and stays as it is.
void remove_unknown_tags(Lines& lines, RuleFindings& unknown);

}  // namespace indexer
