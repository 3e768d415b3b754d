// Notes that writers leave for one another, which are never published: Obsidian's `%% %%`, MDX's `{/* */}`,
// Liquid's `{% comment %}`, Hugo's `{{/* */}}` and `{{% comment %}}`. HTML comments are the parser's (see
// markdown/dialect.h and markdown_source.h).
#pragma once

#include <string>
#include <string_view>

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Takes them out. What is opened on a line of its own and never closed hides the rest of the page, so that
// nothing internal becomes public, and is reported; within a line it is text.
void remove_notes(Lines& lines, RuleFindings& unclosed);

// A title or description without them, HTML comments included.
std::string without_notes(std::string_view text);

}  // namespace indexer
