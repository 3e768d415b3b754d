// Text with its matches marked, as HTML. Outside the templates and the Markdown renderer nothing else writes
// tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"

namespace kb {

std::string mark(std::string_view text);  // escaped, inside <mark>
std::string marked_html(const std::vector<SnippetPart>& parts);

}  // namespace kb
