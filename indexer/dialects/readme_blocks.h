// What ReadMe has: blocks whose content is JSON (`[block:callout]{"title": "a", "body": "b"}[/block]`),
// `<<name>>` and links to `doc:page`.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// Callouts, code, images, tables, headings, HTML, embedded pages. One that cannot be read is shown as code,
// and `unknown` hears of it. Adds and takes lines: mark_kinds() must follow.
void read_readme_blocks(Lines& lines, RuleFindings& unknown);

// `<<glossary:word>>` becomes the word, `<<name>>` the value that somebody gave it or its name, as code.
// Links to `doc:page` and the like lead to the article of that name.
void read_readme_words(Lines& lines, const DialectContext& context);

}  // namespace indexer
