// Markdown within HTML, where a tag asks for it: `<div class="grid cards" markdown>` of MkDocs,
// `<figure markdown="span">` of Python-Markdown, `<div markdown="1">` of Kramdown.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// The tag loses the attribute and stands alone, so that what is inside is read as Markdown at its own depth.
void read_html_markdown(Lines& lines);

}  // namespace indexer
