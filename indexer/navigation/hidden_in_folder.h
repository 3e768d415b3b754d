// Articles that files about the order of one folder hide from the lists of the tool's site.
#pragma once

#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"
#include "indexer/source/source_tree.h"

namespace indexer {

// Marks as unlisted what has `display: hidden` in Nextra's _meta files, `!name` in the `pages` of Fumadocs'
// meta.json, and folders with `hide: true` in .pages (MkDocs). A folder's own page stays: the folder's
// address shows it. Reports files that cannot be read.
std::vector<Finding> mark_hidden(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules,
                                 SourceTree& tree);

}  // namespace indexer
