// llms.txt lists the site's articles as Markdown pages, for language models. See llmstxt.org.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

// In the visit's language, with links to the files of the other languages.
Reply llms_text(const Visit& visit);

// Plain text on one line, escaped so that Markdown leaves it as it is.
std::string markdown_line(std::string_view text);

}  // namespace searchd
