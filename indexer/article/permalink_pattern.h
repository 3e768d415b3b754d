// Patterns of addresses, as Jekyll and Hugo have them: `/help/:title:output_ext`.
#pragma once

#include <string>
#include <string_view>

#include "indexer/article/pages.h"

namespace indexer {

// The address that a pattern gives a page, "/help/first-steps.html"; "" when it has a part that only the
// other tool knows. `tool`: ":title" is the file's name, and the title for "Hugo".
std::string permalink_of_pattern(std::string_view pattern, const Page& page, std::string_view tool);

}  // namespace indexer
