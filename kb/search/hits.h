// Turns ranked articles into what is shown of each: its best section, link and snippet.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "kb/model/article.h"
#include "kb/query/expansion.h"
#include "kb/search/ranking.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

// How much a folded word weighs in snippets: the rarer, the more; 0 when it does not match. Requires: the
// index outlives it.
std::function<double(std::string_view)> word_weights(const LanguageIndex& index,
                                                     const ExpandedQuery& expanded);

// The tab that has more of the query than any other and than all that is said outside of them; nullptr when
// there is none. `tabs` are those of `text`.
const Tab* best_tab(std::string_view text, const std::vector<Tab>& tabs,
                    const std::function<double(std::string_view)>& weight);

std::vector<Hit> make_hits(LanguageIndex& index, const ExpandedQuery& expanded,
                           const std::vector<Scored>& articles);

}  // namespace kb
