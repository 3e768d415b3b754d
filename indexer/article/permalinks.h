// Addresses that a page had in another tool: they become its address here, so that bookmarks survive.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"

namespace indexer {

// Gives each page whose front matter names a path (`permalink: /faq/descale.html`) that address below its
// language (`/en/faq/descale`), unless it is a folder's page, the address is a page's or category's already,
// or one of Firstline's own. The path as it was written, from the server's root and below the language,
// redirects there. Patterns (`/help/:title/`) are filled in, see permalink_pattern.h.
void use_permalinks(std::vector<Page>& pages, std::string_view tool);

// Old addresses that redirect, from patterns in the settings of Jekyll (`permalink` of collections) and Hugo
// (`permalinks` of sections).
void add_pattern_addresses(const ContentRoot& root, const DocsFolder& docs, std::vector<Page>& pages);

// Docusaurus serves its docs below /docs, those in other languages below /LANGUAGE/docs: both redirect.
void add_docs_addresses(std::vector<Page>& pages, const std::string& first_language);

}  // namespace indexer
