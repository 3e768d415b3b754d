// What the results can be narrowed by, and how many articles each value would leave.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/catalogue.h"
#include "kb/query/filter.h"
#include "kb/search/search.h"

namespace kb {

struct Facet {
  std::string Filter::*field;
  std::vector<FacetCount> Facets::*counts;
  std::vector<std::string> (*values)(const Card& card);
};

std::vector<std::string> top_category_of(const Card& card);
std::vector<std::string> products_of(const Card& card);
std::vector<std::string> type_of(const Card& card);

inline constexpr std::array kFacets{
    Facet{&Filter::category, &Facets::categories, top_category_of},
    Facet{&Filter::product, &Facets::products, products_of},
    Facet{&Filter::type, &Facets::types, type_of},
};

// `chosen` is the filter's value, "" for none.
std::vector<FacetCount> count_values(const Facet& facet, const std::vector<const Card*>& cards,
                                     const std::string& chosen);

}  // namespace kb
