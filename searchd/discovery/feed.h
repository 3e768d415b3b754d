// feed.atom: what changed lately in one language, articles, corrections and notices. See RFC 4287.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply feed(const Visit& visit);

}  // namespace searchd
