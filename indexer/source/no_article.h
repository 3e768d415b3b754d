// Markdown files that no generator publishes as pages of their own.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/source/source_tree.h"

namespace indexer {

// Partials (`_note.md`, `_includes/x.md`), route templates (`[slug].md`), navigation (SUMMARY.md) and what
// repositories hold for their contributors (LICENSE.md, CONTRIBUTING.md and such, in capitals).
bool is_no_article(std::string_view path);

// Whether its place says that it is not ready: Jekyll's and Hexo's `_drafts`, `_private` and such,
// `a.draft.md`.
bool is_in_drafts(std::string_view path);

// Whether it lies in Jekyll's folder of dated posts.
bool is_post(std::string_view path);

// Whether a page is all of its folder: Hugo's leaf bundle, `a/index.md` beside the images of one article.
// (`a/_index.md` is the page of a folder with others.)
bool is_leaf_bundle(std::string_view path);

// Takes out what lies in a leaf bundle beside its page. How many files.
std::size_t drop_bundle_resources(std::vector<SourceFile>& articles);

// Takes out Docusaurus' older versions where its current docs are there. How many files.
std::size_t drop_old_versions(std::vector<SourceFile>& articles);

}  // namespace indexer
