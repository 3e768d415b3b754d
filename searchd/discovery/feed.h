// Atom feeds in one language. See RFC 4287.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// feed.atom: recent articles, corrections and notices.
Reply feed(const Visit& visit);
// status.atom: notices alone.
Reply status_feed(const Visit& visit);

}  // namespace searchd
