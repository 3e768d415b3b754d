// How likely the answer is among the first hits: one number, fitted on judged questions and checked to mean
// what it says (of the searches with confidence 0.8, about 80% have the right article among the first three).
#pragma once

#include "kb/search/expansion.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"

namespace kb {

// 0 to 1; 0 when nothing was found.
double confidence(const LanguageIndex& index, const ExpandedQuery& expanded, const Ranking& ranking);

// By how much the first article leads the one in that place, as part of its score: 0 to 1, 1 when there is
// none.
double margin(const Ranking& ranking, std::size_t place);

}  // namespace kb
