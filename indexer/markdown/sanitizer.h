// Lets through only what a page may hold: allow-listed elements, attributes and URL schemes, read by a real
// HTML parser. Asks for every link and image where it leads. The only file that talks to gumbo. Safety rests
// on this file and the allow-list alone, not on what produced the HTML.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/html/html_tree.h"
#include "indexer/markdown/links.h"
#include "indexer/markdown/markdown_html.h"

namespace indexer {

struct SanitizerFindings {
  RuleFindings not_allowed{"html-not-allowed"};
  RuleFindings unknown{"unknown-syntax"};  // components: elements with a capital letter
  RuleFindings no_captions{"no-captions"};
  std::string limit;  // what is too much; then nothing is left
};

// The result is an element without a tag's meaning ("body") that holds what is left; settle_players() comes
// next. Links and images in pieces go through `links`; others are ours.
HtmlNode sanitize(const UnsafeHtml& unsafe, Links& links, SanitizerFindings& findings);

}  // namespace indexer
