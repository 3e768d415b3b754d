// Maps old addresses to new ones: aliases lead to their articles, retired articles lead nowhere.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"
#include "kb/model/catalogue.h"

namespace indexer {

struct Redirects {
  std::vector<kb::Redirect> list;
  std::vector<Finding> findings;
};

// Reports and leaves out aliases that hide an article, lead to themselves, or belong to two articles. Every
// alias works with and without a slash at its end.
Redirects collect_redirects(const std::vector<Page>& pages, const PageTable& table,
                            const std::string& base_path, const RuleSet& rules);

}  // namespace indexer
