// A folder's page: its own text, the folders below it, its articles.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply category_page(const Visit& visit, const kb::CategoryNode& node);

}  // namespace searchd
