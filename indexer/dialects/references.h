// Links that CommonMark takes for text, although everybody who reads them sees a link.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// `[x](My Page.md)` gets the angle brackets that a target with blanks needs.
void bracket_targets(Lines& lines);

// Pandoc's `text^[note]` becomes a footnote below the text.
void read_inline_notes(Lines& lines);

// `[text][name]` and `[^name]` whose `[name]:` is nowhere in the text; they stay as they are.
void find_undefined_references(const Lines& lines, RuleFindings& undefined);

}  // namespace indexer
