// Articles that a tool keeps off its site since its navigation does not name them.
#pragma once

#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"
#include "indexer/source/source_tree.h"

namespace indexer {

// GitBook and mdBook build only what SUMMARY.md names, where their settings are there: the rest is marked as
// unbuilt. Mintlify has a page for every file, but lists only what docs.json names: the rest is marked as
// unlisted, as is what stands in a hidden group. Reports once per file of navigation what is kept back.
//
// A file that cannot be read, leads mostly to nothing, or names no more than the first page says nothing
// about the others: a forgotten or broken one must not empty a site. Then nothing is marked, with a report.
std::vector<Finding> mark_unnamed(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules,
                                  SourceTree& tree);

}  // namespace indexer
