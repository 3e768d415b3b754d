// The help panel inside other sites: small pages for search, results, articles and categories, which the
// origins in site.yaml may show in a frame. 404 unless site.yaml names an origin.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply widget_search(const Visit& visit);   // without q: the start page
Reply widget_content(const Visit& visit);  // an article or a category
Reply widget_suggest(const Visit& visit);  // the API's suggestions, with addresses in the panel

}  // namespace searchd
