// llms.txt: the whole site as a list of Markdown pages, for language models. See llmstxt.org.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

// In the visit's language; the other languages' are linked.
Reply llms_text(const Visit& visit);

// One line of plain text that Markdown takes for nothing else.
std::string markdown_line(std::string_view text);

}  // namespace searchd
