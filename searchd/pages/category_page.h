// A folder's page: its own text, the folders below it, its articles.
#pragma once

#include <string_view>
#include <vector>

#include "searchd/pages/layout.h"
#include "searchd/visit/visit.h"

namespace searchd {

Reply category_page(const Visit& visit, const kb::CategoryNode& node);

// The way from the top to a category, itself included; empty for "".
std::vector<Crumb> category_crumbs(const Visit& visit, std::string_view category);

}  // namespace searchd
