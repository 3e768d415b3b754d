// The content folder as it lies on disk: every Markdown file read once, in one order on every machine.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/diagnostics.h"

namespace indexer {

struct SourceFile {
  std::string path;  // relative to the content folder, with /
  std::string text;  // see file_text.h
};

struct SourceTree {
  std::vector<SourceFile> articles;  // sorted by path
  std::vector<Diagnostic> findings;
};

// Reads all .md, .markdown and .mdx files. Dotfiles, node_modules and what `ignore` matches are left out; so
// is, with a report, what cannot be read, what is too big or not text, and symbolic links out of the folder
// or in a circle. Throws Error when `root` is not a readable folder.
SourceTree read_source_tree(const std::filesystem::path& root, const std::vector<std::string>& ignore,
                            const RuleSet& rules);

// Whether the path leads to a plain file inside `root`, links resolved. False for what does not exist.
bool is_inside(const std::filesystem::path& root, const std::filesystem::path& path);

// Dotfiles, node_modules, and what `ignore` matches: never published.
bool is_ignored(std::string_view path, const std::vector<std::string>& ignore);

}  // namespace indexer
