// A vault of Obsidian holds private notes and templates beside what its writer publishes.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"
#include "indexer/source/source_tree.h"

namespace indexer {

// In folders with `.obsidian`: takes out the templates that its settings name, and marks as drafts the notes
// with a tag `private`, `draft` or `wip`, in front matter or in lines of tags above the text. How many files
// are taken out.
std::size_t keep_back_notes(const ContentRoot& root, const DocsFolder& docs,
                            std::vector<SourceFile>& articles);

}  // namespace indexer
