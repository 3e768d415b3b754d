// Numbers before names that sort articles and folders: `01-intro/02-setup.md`.
#pragma once

#include <vector>

#include "indexer/article/pages.h"
#include "indexer/navigation/navigation.h"

namespace indexer {

// Fills in `numbers`.
void add_order_numbers(const std::vector<Page>& pages, Navigation& navigation);

}  // namespace indexer
