// How likely the answer is among the first three hits. The number is fitted on judged questions and
// calibrated: of the searches with confidence 0.8, about 80% have the right article there.
#pragma once

#include "kb/query/expansion.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"

namespace kb {

// 0 to 1; 0 when nothing was found.
double confidence(const LanguageIndex& index, const ExpandedQuery& expanded, const Ranking& ranking);

// The gap between the scores of the first article and the one at `place` (from 1), divided by the first's
// score. 1 when there is no article at that place, 0 when there is none at all.
double margin(const Ranking& ranking, std::size_t place);

}  // namespace kb
