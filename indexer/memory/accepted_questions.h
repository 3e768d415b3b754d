// What writers accepted of what was learned becomes questions of the articles.
#pragma once

#include <vector>

#include "indexer/article/pages.h"
#include "indexer/config/learned_config.h"
#include "indexer/findings/finding.h"

namespace indexer {

// Adds each accepted search to the questions of its article, unless it is one of them, whatever its case and
// accents. Reports entries, of vetoes too, whose article does not exist or is not public, and what is
// accepted and vetoed at once.
std::vector<Finding> add_accepted_questions(const Learned& learned, const RuleSet& rules,
                                            const std::string& default_language, std::vector<Page>& pages);

}  // namespace indexer
