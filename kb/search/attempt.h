// Decides how a query is understood: as typed if that finds something, else with less asked and more doubt.
#pragma once

#include <string_view>

#include "kb/search/expansion.h"
#include "kb/search/query.h"
#include "kb/search/ranking.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

// One way to understand the query, and what it finds.
struct Attempt {
  ParsedQuery parsed;
  ExpandedQuery expanded;
  Ranking ranking;
  double confidence = 0;
};

// At most kMaxQueryWords words take part, the rarest.
ParsedQuery parse(const LanguageIndex& index, std::string_view text);

Attempt best_attempt(LanguageIndex& index, const SearchQuery& query);

// How many of the ranked articles are hits: none without confidence, else those that score near the first.
std::size_t count_hits(const Attempt& attempt);

// The article that site.yaml pins to just this query; 0 when there is none.
Xapian::docid pinned_article(const LanguageIndex& index, const Site& site, const SearchQuery& query);

}  // namespace kb
