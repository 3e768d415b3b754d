// How likely the first hit is to answer the question: one number, fitted on judged questions and checked to
// mean what it says (of the searches with confidence 0.8, about 80% have the right article first).
#pragma once

#include "kb/expansion.h"
#include "kb/language_index.h"
#include "kb/ranking.h"

namespace kb {

// 0 to 1; 0 when nothing was found.
double confidence(const LanguageIndex& index, const ExpandedQuery& expanded, const Ranking& ranking);

}  // namespace kb
