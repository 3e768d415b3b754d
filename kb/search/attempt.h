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

// All ranked articles in the order of the page: hits first, and the one that site.yaml pins to just this
// query before all others.
struct PageOrder {
  std::vector<Scored> articles;
  std::size_t hits = 0;       // the first so many are hits
  Xapian::docid pinned = 0;   // 0 when there is none
  Xapian::docid trusted = 0;  // the article that search itself put first, if it is a hit; 0 when nothing is

  // Where the article stands; the number of articles when it is not among them.
  std::size_t place_of(Xapian::docid document) const;
};

PageOrder page_order(const LanguageIndex& index, const Site& site, const SearchQuery& query,
                     const Attempt& attempt);

}  // namespace kb
