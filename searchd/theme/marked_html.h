// Text with parts marked, as HTML: the one place outside the templates that writes tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"

namespace searchd {

std::string escape_html(std::string_view text);
std::string mark(std::string_view text);  // escaped, inside <mark>
std::string marked_html(const std::vector<kb::SnippetPart>& parts);

}  // namespace searchd
