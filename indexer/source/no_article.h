// Markdown files that no generator publishes as pages of their own.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/source/source_tree.h"

namespace indexer {

// Partials (`_note.md`, `_includes/x.md`), route templates (`[slug].md`), navigation (SUMMARY.md) and what
// repositories hold for their contributors (LICENSE.md, CONTRIBUTING.md and such, in capitals).
bool is_no_article(std::string_view path);

// Whether it lies in Jekyll's and Hexo's folder of drafts.
bool is_in_drafts(std::string_view path);

// Whether it lies in Jekyll's folder of dated posts.
bool is_post(std::string_view path);

// Takes out Docusaurus' older versions where its current docs are there. How many files.
std::size_t drop_old_versions(std::vector<SourceFile>& articles);

}  // namespace indexer
