// robots.txt: where crawlers have nothing to find, and where the sitemap is. See RFC 9309.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply robots(const Visit& visit);

}  // namespace searchd
