// Ranked articles -> what is shown of each: its best section, link and snippet.
#pragma once

#include <vector>

#include "kb/expansion.h"
#include "kb/language_index.h"
#include "kb/ranking.h"
#include "kb/search.h"

namespace kb {

std::vector<Hit> make_hits(LanguageIndex& index, const ExpandedQuery& expanded,
                           const std::vector<Scored>& articles);

}  // namespace kb
