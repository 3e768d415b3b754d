// Small files that programs look for by name, made from site.yaml: robots.txt (RFC 9309), security.txt
// (RFC 9116) and opensearch.xml (OpenSearch 1.1).
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// Keeps crawlers from addresses that have no content of their own, and names the sitemap.
Reply robots(const Visit& visit);

// Where to report a vulnerability. 404 unless site.yaml has both a contact and a date: the file must have
// them.
Reply security_text(const Visit& visit);

// Lets a browser add this site to its search bar, with suggestions. In the visit's language.
Reply opensearch(const Visit& visit);

}  // namespace searchd
