// The first page of a language: search, categories, what is featured and what is new.
#pragma once

#include <vector>

#include "searchd/visit/visit.h"

namespace searchd {

// The articles to begin with: the featured ones, then those in no folder.
std::vector<const kb::Card*> featured_cards(const kb::Catalogue& catalogue);

Reply home_page(const Visit& visit);

}  // namespace searchd
