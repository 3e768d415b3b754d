// Scores articles for a query, in two steps. First all articles are scored by their text and, separately, by
// their head (title, questions, keywords): with a length normalisation of its own, a title counts in a long
// article too. Then the best are scored again with features that cost more and separate near ties.
// docs/relevance.md has the figures.
#pragma once

#include <string_view>
#include <vector>

#include "kb/query/expansion.h"
#include "kb/query/filter.h"
#include "kb/query/query.h"
#include "kb/store/language_index.h"

namespace kb {

// Weight of the head in the score (docs/relevance.md).
inline constexpr double kHeadWeight = 0.5;
// Articles below this part of the best score are no hits.
inline constexpr double kHitFloor = 0.15;
// How many of the best are scored again (docs/relevance.md).
inline constexpr std::size_t kReordered = 30;

struct Scored {
  Xapian::docid document = 0;
  double score = 0;    // a sum of BM25 scores, comparable within one query only
  double text = 0;     // of the whole text; of the best with stop words
  double head = 0;     // counts times kHeadWeight
  double pairs = 0;    // neighbours of the query that are neighbours in the head; of the best only
  double grams = 0;    // letter grams; of the best only
  double whole = 0;    // where the query is a whole title, question or keyword; of the best only
  double past = 0;     // what past searches near the query say, where the index has a memory
  double meaning = 0;  // of the best only, where the index has a model of meaning
  double nearness =
      0;  // what `meaning` is made of: about the cosine with the nearest text; 0 when not compared
};

struct Ranking {
  std::vector<Scored> articles;  // best first; equal ones by id
  bool complete = true;          // false when more articles may match
  bool by_stop_words = false;    // stop words count in all texts: no other word was typed or found
};

Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded,
             const Filter& filter);

// Equal ones by id.
void sort_best_first(std::vector<Scored>::iterator first, std::vector<Scored>::iterator last);

// What past searches near the query say for articles. None where the index has no memory.
std::vector<PastVote> past_votes(const LanguageIndex& index, const ExpandedQuery& expanded);

// Adds that to the scores of the ranked articles, and sorts them again.
void add_past(const LanguageIndex& index, const ExpandedQuery& expanded, Ranking& ranking);

}  // namespace kb
