// What writers use beyond GFM: alerts in quotes, ids at headings and sizes of images. Syntax of other tools
// (Liquid, MDX, wiki links, include files) is named and kept readable.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/markdown/markdown_tree.h"

namespace indexer {

// Changes the tree in place: quotes that begin with [!NOTE] become containers, `{#id}` leaves a heading's
// text and becomes its `info`, include links become their text.
void apply_dialect(MarkdownNode& document, const SourceText& source, RuleFindings& unknown);

}  // namespace indexer
