// Syntax of other tools in the text of an article: named, so that the writer replaces it, and kept readable.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/markdown/markdown_tree.h"

namespace indexer {

// Looks at the texts directly in `parent`. DocFX includes become the text of their link.
void find_foreign_syntax(MarkdownNode& parent, const SourceText& source, RuleFindings& unknown);

}  // namespace indexer
