// Scores articles for a query, in two steps. All are scored by their whole text and, apart, by their head
// (title, questions, keywords), whose own length normalisation keeps a long article from drowning its title.
// The best are ordered anew with what is dear and tells near ties apart. docs/relevance.md has the figures.
#pragma once

#include <string_view>
#include <vector>

#include "kb/search/expansion.h"
#include "kb/search/query.h"
#include "kb/store/language_index.h"

namespace kb {

// Of the head in the score; measured, docs/relevance.md.
inline constexpr double kHeadWeight = 0.5;
// Of the best score; what scores less is no hit.
inline constexpr double kHitFloor = 0.15;
// So many of the best are ordered anew.
inline constexpr std::size_t kReordered = 30;

struct Scored {
  Xapian::docid document = 0;
  double score = 0;  // sums of BM25; comparable within one query only
  double text = 0;   // of all its text, for the best with stop words
  double head = 0;   // kHeadWeight of it counts
  double pairs = 0;  // words that stand side by side in the head as in the query; of the best only
  double grams = 0;  // letter grams; of the best only
};

struct Ranking {
  std::vector<Scored> articles;  // best first, equal ones by id
  bool complete = true;          // false when there may be more, hits or not
  bool by_stop_words = false;    // the text is scored by them, too: no other word was typed or found
};

// `category` is an id or "".
Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded,
             std::string_view category);

}  // namespace kb
