// One file -> one article, its links resolved.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/link_resolver.h"
#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"
#include "kb/model/article.h"

namespace indexer {

struct CompiledArticle {
  const Page* page = nullptr;
  kb::Article article;
  std::vector<std::string> anchors;  // what a link may lead to
  std::vector<AnchorUse> uses;       // what its links lead to
  bool refused = false;              // it is left out, see CompiledMarkdown
  std::vector<Finding> findings;
};

// `committed`: when the file was last committed, for an article that states no date. Any thread.
CompiledArticle compile_article(const Page& page, LinkScope& targets, const RuleSet& rules,
                                std::optional<std::chrono::sys_days> committed);

}  // namespace indexer
