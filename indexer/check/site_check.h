// Checks that need all articles: links to missing headings, translations without an original, pins to
// nothing.
#pragma once

#include <chrono>
#include <vector>

#include "indexer/article/article_compiler.h"
#include "indexer/article/pages.h"
#include "indexer/config/expectations.h"
#include "indexer/config/site_config.h"
#include "indexer/findings/finding.h"

namespace indexer {

struct SiteParts {
  const SiteConfig& config;
  const std::vector<Page>& pages;
  const PageTable& table;
  const std::vector<CompiledArticle>& articles;
  const std::vector<Expectation>& expectations;
  std::chrono::sys_days today;
};

// The findings, in no order.
std::vector<Finding> check_site(const SiteParts& site);

}  // namespace indexer
