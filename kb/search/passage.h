// Finds the section of each article that best answers a query, and how well each of an article's does.
#pragma once

#include <unordered_map>
#include <vector>

#include "kb/query/expansion.h"
#include "kb/query/match.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"

namespace kb {

// Article -> its best section. An article without any match in a section is missing.
std::unordered_map<Xapian::docid, Xapian::docid> best_passages(LanguageIndex& index,
                                                               const ExpandedQuery& expanded,
                                                               const std::vector<Scored>& articles);

// The sections of an article that match, with their scores.
Scores section_scores(const LanguageIndex& index, const ExpandedQuery& expanded, Xapian::docid article);

}  // namespace kb
