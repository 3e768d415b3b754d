// What results can be narrowed by, as links: products, topics and types. Each is counted without its own
// filter, so that another value can be chosen.
#pragma once

#include <functional>
#include <string>

#include "kb/search/search.h"
#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

// "" for a product that has no article in the visitor's language.
std::string product_title(const Visit& visit, const std::string& id);
std::string category_title(const Visit& visit, const std::string& id);  // the same

// `link` is the address of a search, "" for one that has none: then nothing is shown.
void set_facets(View& view, const Visit& visit, const kb::SearchQuery& query, const kb::Facets& facets,
                const std::function<std::string(const kb::SearchQuery&)>& link);

}  // namespace searchd
