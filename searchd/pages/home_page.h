// The first page of a language: search, categories, what is featured and what is new.
#pragma once

#include <vector>

#include "searchd/visit/visit.h"

namespace searchd {

// Where to begin: the featured articles, then those that stand in no folder.
std::vector<const kb::Card*> featured_cards(const kb::Catalogue& catalogue);

Reply home_page(const Visit& visit);

}  // namespace searchd
