// Scores articles for a query, in two steps. All are scored by their whole text and, apart, by their head
// (title, questions, keywords), whose own length normalisation keeps a long article from drowning its title.
// The best are ordered anew with letter grams, which are dear and tell near ties apart. docs/relevance.md has
// the figures.
#pragma once

#include <string_view>
#include <vector>

#include "kb/expansion.h"
#include "kb/language_index.h"
#include "kb/query.h"

namespace kb {

// Of the head in the score; measured, docs/relevance.md.
inline constexpr double kHeadWeight = 0.5;

struct Scored {
  Xapian::docid document = 0;
  double score = 0;  // sums of BM25; comparable within one query only
  double text = 0;   // its parts
  double head = 0;
  double grams = 0;  // 0 to 1, of the best; only the first kReordered have it
};

struct Ranking {
  std::vector<Scored> articles;  // best first, equal ones by id
  bool complete = true;          // false when there may be more
  bool by_stop_words = false;    // the text is scored by them, too: no other word was typed or found
};

// `category` is an id or "".
Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded,
             std::string_view category);

}  // namespace kb
