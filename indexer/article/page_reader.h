// Source files -> pages: front matter read, ids and URLs given, and no two alike.
#pragma once

#include <chrono>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"
#include "indexer/source/languages.h"

namespace indexer {

struct PageList {
  std::vector<Page> pages;  // by path; unique ids and URLs
  std::vector<Finding> findings;
};

// Files in no language folder, with a reserved URL, or with the id or URL of another are reported and left
// out.
PageList read_pages(std::vector<SourceFile> files, const Languages& languages, const RuleSet& rules,
                    std::chrono::sys_days today, Drafts drafts, std::string_view tool = "");

}  // namespace indexer
