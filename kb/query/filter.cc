#include "kb/query/filter.h"

#include <algorithm>
#include <string_view>

#include "kb/model/article.h"

namespace kb {

namespace {

bool lies_in(std::string_view category, std::string_view folder) {
  return category.starts_with(folder) && (category.size() == folder.size() || category[folder.size()] == '/');
}

}  // namespace

bool passes(const Card& card, const Filter& filter) {
  if (!filter.category.empty() && !lies_in(card.category, filter.category)) return false;
  if (!filter.type.empty() && to_string(card.type) != filter.type) return false;
  return filter.product.empty() ||
         std::find(card.products.begin(), card.products.end(), filter.product) != card.products.end();
}

}  // namespace kb
