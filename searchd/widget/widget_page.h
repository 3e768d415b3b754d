// The help panel inside other sites: search, results, articles and categories, each a lean page that
// site.yaml's origins may show in a frame. Not found unless site.yaml names some.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply widget_search(const Visit& visit);   // without q: where to begin
Reply widget_content(const Visit& visit);  // an article or a category
Reply widget_suggest(const Visit& visit);  // the suggestions of the API with addresses inside the panel

}  // namespace searchd
