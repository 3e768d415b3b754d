// The content folder as it lies on disk: every Markdown file read once, in one order on every machine.
#pragma once

#include <string>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/source/content_root.h"

namespace indexer {

inline constexpr std::size_t kMaxFolderDepth = 64;

struct SourceFile {
  std::string path;  // relative to the content folder, with /
  std::string text;  // see file_text.h
  // What the settings of the tool that builds the site say of it:
  bool draft = false;     // it is kept back, unless it says itself that it is public
  bool unbuilt = false;   // the tool makes no page of it
  bool unlisted = false;  // its page is on no list
};

struct SourceTree {
  std::vector<SourceFile> articles;      // sorted by path
  std::vector<std::string> other_files;  // paths of what else may be linked to
  std::vector<std::string> navigation;   // paths of files in which other tools keep the order of articles
  std::size_t left_out = 0;              // Markdown files that are no articles, see no_article.h
  std::vector<Finding> findings;
};

// Whether a file of this name is an article: .md, .markdown and .mdx are.
bool is_article(std::string_view path);

// Whether other tools keep the order and the titles of articles in a file of this name: SUMMARY.md,
// mkdocs.yml ...
bool is_navigation(std::string_view path);

// Reads all articles. Dotfiles, node_modules and what `ignore` matches are left out; so
// is, with a report, what cannot be read, what is too big or not text, folders below kMaxFolderDepth others,
// and symbolic links in a circle, out of the folder, or to what is left out. Throws Error when `root` is not
// a readable folder.
SourceTree read_source_tree(const std::filesystem::path& root, const std::vector<std::string>& ignore,
                            const RuleSet& rules);

}  // namespace indexer
