// Refuses texts on which the Markdown or HTML parser would take minutes or gigabytes. Every limit stands
// between what real articles hold (a tenth of it at most) and what a 256 KiB text needs to take over a
// second.
#pragma once

#include <string_view>

#include "indexer/findings/finding.h"
#include "indexer/markdown/source_text.h"

namespace indexer {

// False when the text must not be parsed, which is reported then.
bool check_markdown_limits(const SourceText& source, FileFindings& findings);

// Whether HTML opens more formatting (<b>, <i>, <a> ...) without closing it than an HTML parser can open
// again in every block, looking through all of it each time.
bool leaves_too_much_open(std::string_view html);

}  // namespace indexer
