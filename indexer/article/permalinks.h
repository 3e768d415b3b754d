// Addresses that a page had in another tool: they become its address here, so that bookmarks survive.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/pages.h"

namespace indexer {

// Gives each page whose front matter names a path (`permalink: /faq/descale.html`) that address below its
// language (`/en/faq/descale`), unless it is a folder's page, the address is a page's or category's already,
// or one of Firstline's own. The path as it was written, from the server's root and below the language,
// redirects there.
void use_permalinks(std::vector<Page>& pages);

// Docusaurus serves its docs below /docs, those in other languages below /LANGUAGE/docs: both redirect.
void add_docs_addresses(std::vector<Page>& pages, const std::string& first_language);

}  // namespace indexer
