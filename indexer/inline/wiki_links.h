// Links of Obsidian, GitHub's wikis and others: `[[Page]]` names a file wherever it lies,
// `![[image.png|300]]` shows it. They become Markdown's links and images.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Names of blocks at the ends of lines (`^name`), which such links lead to in Obsidian, are dropped: the link
// leads to the page. `missing` collects links to nothing, of which the text stays.
void read_wiki_links(Lines& lines, const DialectContext& context, RuleFindings& missing);

}  // namespace indexer
