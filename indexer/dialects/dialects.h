// Markdown as other tools' writers write it -> the same in our own dialect (docs/writing.md), before it is
// parsed. One reader per construct, each in a file of its own with a table of who writes it so; dialects.cc
// calls them in order. Code is left alone. What is not understood stays as it is.
#pragma once

#include "indexer/findings/rule_findings.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// What is wrong with a text that only its lines tell.
struct DialectFindings {
  RuleFindings unknown{"unknown-syntax"};         // could not be read
  RuleFindings undefined{"undefined-reference"};  // a link or footnote that leads to nothing
  RuleFindings missing{"missing-include"};        // a file that cannot be brought in
};

// Thread-safe.
Lines read_dialects(Lines lines, const DialectContext& context, DialectFindings& findings);

}  // namespace indexer
