// Files for programs rather than people (feeds, sitemaps, robots.txt), made from templates as the pages are.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

Reply file_reply(const Visit& visit, Template file, std::string_view content_type, const View& view);

// Without the characters that no XML document may hold, escaped or not: a reader refuses the whole document.
std::string without_forbidden(std::string_view text);

}  // namespace searchd
