// How likely the answer is among the first three hits. The number is fitted on judged questions and
// calibrated: of the searches with confidence 0.8, about 80% have the right article there.
#pragma once

#include "kb/query/expansion.h"
#include "kb/search/ranking.h"
#include "kb/store/language_index.h"

namespace kb {

// 0 to 1; 0 when nothing was found.
double confidence(const LanguageIndex& index, const ExpandedQuery& expanded, const Ranking& ranking);

}  // namespace kb
