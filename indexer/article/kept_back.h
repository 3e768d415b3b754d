// How many files are in no list, and why: for the summary of a build.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/pages.h"

namespace indexer {

// "20 unlisted, 3 drafts, 1 scheduled for 2026-12-01"; of several days the first. "" when all are listed.
// `no_articles`: Markdown files that are none.
std::string kept_back_text(const std::vector<Page>& pages, std::size_t no_articles);

}  // namespace indexer
