// Emphasis in Chinese, Japanese and Korean. CommonMark opens and closes it by the blanks and punctuation
// around, and these scripts write no blanks: in `**「強調」**です` it leaves the asterisks. Writers and their
// other tools mean emphasis.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

// Writes as HTML what stands between asterisks or two tildes on one line and CommonMark would not read, where
// a character of these scripts stands beside them.
void read_cjk_emphasis(Lines& lines);

}  // namespace indexer
