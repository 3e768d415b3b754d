// ReadMe's blocks, whose content is JSON: `[block:callout]{"title": "a", "body": "b"}[/block]`.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Callouts, code, images, tables, headings, HTML, embedded pages. One that cannot be read is shown as code, and
// `unknown` hears of it. Adds and takes lines: mark_kinds() must follow.
void read_readme_blocks(Lines& lines, RuleFindings& unknown);

}  // namespace indexer
