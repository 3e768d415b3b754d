// Markdown as other tools' writers write it -> the same in our own dialect (docs/writing.md), before it is
// parsed. One reader per construct, each in a file of its own with a table of who writes it so; dialects.cc calls
// them in order. Code is left alone. What is not understood stays as it is.
#pragma once

#include "indexer/dialects/context.h"
#include "indexer/dialects/lines.h"
#include "indexer/findings/findings.h"

namespace indexer {

// `unknown` collects what could not be read, at its place in the file. Thread-safe.
Lines read_dialects(Lines lines, const DialectContext& context, Findings& unknown);

}  // namespace indexer
