// Eleventy's data files speak for an article, or for all below a folder.
#pragma once

#include "indexer/source/content_root.h"
#include "indexer/source/source_tree.h"

namespace indexer {

// Marks as drafts and as unlisted what NAME.11tydata.json (or .js with plain data) beside an article or in
// the folder NAME, and NAME/NAME.json say with the keys of front matter: `draft`, `permalink: false`,
// `eleventyExcludeFromCollections` and the others that decide on it.
void mark_by_directory_data(const ContentRoot& root, SourceTree& tree);

}  // namespace indexer
