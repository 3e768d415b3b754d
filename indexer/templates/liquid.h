// What a template decides by plain data before anybody sees the page: Liquid's and Jinja's `{% assign x = "a"
// %}`,
// `{% capture x %}...{% endcapture %}`, `{% set x %}`, and `{% if %}` and `{% unless %}` of what is certainly
// true or false.
#pragma once

#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"

namespace indexer {

// A captured text stands where it is asked for: at `{{ x }}`, and as an alert at `{% include note.html
// content=x %}`. One that nobody asks for stays where it is. Of a condition that is decided only the branch
// that holds stays; the others lose nothing but the branches that certainly do not hold. Adds and takes
// lines: mark_kinds() must follow. Linear, and values put in add at most 256 KiB.
void read_liquid(Lines& lines, const DialectContext& context);

}  // namespace indexer
