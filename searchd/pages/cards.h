// Articles and categories as lists show them, on several pages.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kb/model/catalogue.h"
#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

// An article that is not in the visitor's language is marked with its own.
View card_view(const Visit& visit, const kb::Card& card);
std::vector<View> card_views(const Visit& visit, const std::vector<const kb::Card*>& cards);

// "12 articles"
std::string count_text(const Visit& visit, int count);
// Title, description, link, icon and count of each, in the given order.
// A link to all that there is about a product.
View product_view(const Visit& visit, const kb::ProductNode& product);

std::vector<View> category_views(const Visit& visit, const std::vector<std::string>& ids);

// "updated_text" and "updated_iso", both "" without a date.
void set_updated(View& view, const Visit& visit, std::optional<std::chrono::sys_days> updated);

}  // namespace searchd
