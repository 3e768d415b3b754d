// Reads the tags of template languages: GitBook's and Jekyll's `{% hint %}`, Hugo's `{{< note >}}`, MDX's
// `<Note>`. tag.h reads one, tag_rules.h says what each becomes, tag_pairs.h finds which belong together.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Blocks become `:::` blocks of ours, what is inside moves to their left edge. A tag without a partner stays
// as it is. `is_mdx`: Markdown within HTML elements is Markdown. `unknown` hears of components that are not
// known: their titles and what is inside are kept.
void read_tagged_blocks(Lines& lines, bool is_mdx, RuleFindings& unknown);

}  // namespace indexer
