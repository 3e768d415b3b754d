// The line of a finding with a caret under the place, for people at a terminal.
#pragma once

#include <string>
#include <string_view>

#include "indexer/findings/finding.h"

namespace indexer {

// Two lines, the first with the number. A tab is shown as a blank, what cannot be printed is spelled out, and
// of a long line the surroundings of the place are shown. The caret stands right under wide characters, too.
//     3 | See [it](nowhere.md).
//       |          ^
std::string source_excerpt(std::string_view line, Position at);

}  // namespace indexer
