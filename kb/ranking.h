// Scores articles for a query: the whole text and, apart, the head (title and questions) with a length
// normalisation of its own, so that a long article does not drown its title.
#pragma once

#include <string_view>
#include <vector>

#include "kb/expansion.h"
#include "kb/language_index.h"

namespace kb {

struct Scored {
  Xapian::docid document = 0;
  double score = 0;
};

struct Ranking {
  std::vector<Scored> articles;  // best first, equal ones by id
  bool complete = true;          // false when there may be more
  double possible = 0;           // a score no article can pass
};

// `category` is an id or "". Phrases must be there, excluded words must not.
Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded, std::string_view category);

// The query over stems that any of the databases answers, for ranking passages.
Xapian::Query to_xapian(const ExpandedQuery& expanded);

}  // namespace kb
