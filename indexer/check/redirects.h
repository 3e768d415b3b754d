// Old URLs -> where they lead now: aliases to their articles, retired articles nowhere.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/diagnostics.h"
#include "kb/model/catalogue.h"

namespace indexer {

struct Redirects {
  std::vector<kb::Redirect> list;
  std::vector<Diagnostic> findings;
};

// Aliases that hide an article, lead to themselves or are claimed twice are reported and left out. Each
// stands with and without a slash at its end.
Redirects collect_redirects(const std::vector<Page>& pages, const PageTable& table,
                            const std::string& base_path, const RuleSet& rules);

}  // namespace indexer
