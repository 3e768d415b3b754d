// feed.atom: recent articles, corrections and notices in one language. See RFC 4287.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply feed(const Visit& visit);

}  // namespace searchd
