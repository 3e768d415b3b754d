// Netlify's and Cloudflare's `_redirects`: a line each, `/old /new 301`.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"

namespace indexer {

struct OldAddress {
  std::string from;  // as written, `*` and a query included
  std::string to;    // a path from the root
  int line = 0;
};

// Lines that redirect for good or for now to a path; rewrites (200), other servers, and targets made of
// pieces of the old address (`:splat`) are passed over. At most 10,000.
std::vector<OldAddress> read_redirects_file(std::string_view text);

// Gives the old addresses of `_redirects`, at the top or in static/ or public/, to the pages that they lead
// to. A target that is no page is reported.
void add_redirects_file(const std::filesystem::path& content, const RuleSet& rules, const PageTable& table,
                        std::vector<Page>& pages, std::vector<Finding>& findings);

}  // namespace indexer
