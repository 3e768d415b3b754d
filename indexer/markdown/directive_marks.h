// Brings `:::` directives through the Markdown parser, which does not know them. Before parsing each is
// replaced by a mark that the parser takes for a comment or an autolink, so the parser itself decides what
// stands in code, a list or a quote; afterwards marks become blocks and images, and those in code get their
// text back.
#pragma once

#include <string>
#include <vector>

#include "indexer/findings/rule_findings.h"
#include "indexer/markdown/directive.h"
#include "indexer/markdown/markdown_tree.h"

namespace indexer {

struct MarkedText {
  std::string text;  // with the same lines as the source
  std::string mark;  // what every mark begins with; it does not occur in the source
  std::vector<Directive> directives;
};

MarkedText mark_directives(const SourceText& source);

// Turns marks into nodes of type container and image; `unknown` collects what is not understood.
void place_directives(MarkdownNode& document, const MarkedText& marked, const SourceText& source,
                      RuleFindings& unknown);

}  // namespace indexer
