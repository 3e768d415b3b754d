// Turns ranked articles into what is shown of each: its best section, link and snippet.
#pragma once

#include <vector>

#include "kb/query/expansion.h"
#include "kb/search/ranking.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

std::vector<Hit> make_hits(LanguageIndex& index, const ExpandedQuery& expanded,
                           const std::vector<Scored>& articles);

}  // namespace kb
