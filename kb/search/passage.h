// Finds the section of each article that best answers a query.
#pragma once

#include <unordered_map>
#include <vector>

#include "kb/query/expansion.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"

namespace kb {

// Article -> its best section. An article without any match in a section is missing.
std::unordered_map<Xapian::docid, Xapian::docid> best_passages(LanguageIndex& index,
                                                               const ExpandedQuery& expanded,
                                                               const std::vector<Scored>& articles);

}  // namespace kb
