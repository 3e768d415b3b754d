// Files for programs rather than people (feeds, sitemaps, robots.txt). Like pages, they come from templates.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

Reply file_reply(const Visit& visit, TemplateName file, std::string_view content_type, const View& view);

// Leaves out characters that XML does not allow even escaped: with one of them, readers refuse the whole
// document.
std::string without_forbidden(std::string_view text);

}  // namespace searchd
