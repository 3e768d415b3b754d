// Text as HTML writes it.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// For text between tags and for values in double quotes: & < > " become entities.
std::string escape_html(std::string_view text);

}  // namespace kb
