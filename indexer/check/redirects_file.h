// Old addresses that the hosting or the tool of a site redirects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"
#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"

namespace indexer {

struct OldAddress {
  std::string from;  // as written, `*` and a query included
  std::string to;    // a path from the root, or a file below the folder of the articles
  int line = 0;
  bool is_followed = true;  // false: it leads to another server, or is made of pieces (`:splat`)
};

// Netlify's and Cloudflare's `_redirects`: a line each, `/old /new 301`. Lines that redirect for good or for
// now; rewrites (200) are passed over. At most 10,000.
std::vector<OldAddress> read_redirects_file(std::string_view text);

// Those in the settings of a tool, `name` without its folder: `redirects` of docs.json (Mintlify) and
// .gitbook.yaml, `redirect_maps` in mkdocs.yml, Docusaurus' plugin for redirects, `redirections` of
// .openpublishing.redirection.json (Microsoft Learn).
std::vector<OldAddress> read_tool_redirects(std::string_view name, std::string text);

// Gives the old addresses of all these files, and of `_redirects` in static/ and public/, to the pages that
// they lead to, and the addresses of pages that `redirect_url` or `redirect_to` in their front matter sends
// on. A target that is no page is reported, and for each file how many are not followed.
void add_redirects_files(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules,
                         const PageTable& table, std::vector<Page>& pages, std::vector<Finding>& findings);

}  // namespace indexer
