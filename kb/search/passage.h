// Finds the section of each article that best answers a query.
#pragma once

#include <unordered_map>
#include <vector>

#include "kb/search/expansion.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"

namespace kb {

struct Passage {
  Xapian::docid section = 0;  // document in the sections database
  double score = 0;
};

// The best section of each article asked for; an article without any match in a section is missing.
std::unordered_map<Xapian::docid, Passage> best_passages(LanguageIndex& index, const ExpandedQuery& expanded,
                                                         const std::vector<Scored>& articles);

}  // namespace kb
