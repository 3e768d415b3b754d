#include "kb/search/facets.h"

#include <algorithm>
#include <map>
#include <utility>

#include "kb/model/article.h"

namespace kb {

std::vector<std::string> top_category_of(const Card& card) {
  if (card.category.empty()) return {};
  return {card.category.substr(0, card.category.find('/'))};
}

std::vector<std::string> products_of(const Card& card) { return card.products; }

std::vector<std::string> type_of(const Card& card) {
  if (card.type == ArticleType::none) return {};
  return {std::string(to_string(card.type))};
}

std::vector<FacetCount> count_values(const Facet& facet, const std::vector<const Card*>& cards,
                                     const std::string& chosen) {
  std::map<std::string, int> counts;
  for (const Card* card : cards) {
    for (const std::string& value : facet.values(*card)) ++counts[value];
  }
  if (!chosen.empty()) {  // perhaps below the top categories
    Filter own;
    own.*facet.field = chosen;
    counts[chosen] = static_cast<int>(
        std::count_if(cards.begin(), cards.end(), [&](const Card* card) { return passes(*card, own); }));
  }
  std::vector<FacetCount> list;
  list.reserve(counts.size());
  for (const auto& [id, count] : counts) list.push_back({id, count});
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return list;
}

Facets facets_of(const Catalogue& catalogue, const Filter& filter) {
  Facets facets;
  for (const Facet& facet : kFacets) {
    Filter others = filter;
    const std::string chosen = std::exchange(others.*facet.field, "");
    std::vector<const Card*> cards;
    for (const Card& card : catalogue.cards())
      if (!card.is_folder && passes(card, others)) cards.push_back(&card);
    facets.*facet.counts = count_values(facet, cards, chosen);
  }
  return facets;
}

}  // namespace kb
