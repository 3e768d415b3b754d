// OpenSearch: how a browser adds this site to its search bar, and its suggestions there. See OpenSearch 1.1.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// opensearch.xml in the visit's language.
Reply opensearch(const Visit& visit);

}  // namespace searchd
