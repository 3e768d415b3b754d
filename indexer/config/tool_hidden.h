// Files that the tool which builds a site does not publish, because its settings say so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"

namespace indexer {

class ToolHidden {
 public:
  // Reads MkDocs' `exclude_docs` and `draft_docs`, Jekyll's `exclude` and its `defaults` with `published:
  // false`, VitePress' `srcExclude`, Docusaurus' `exclude`, Sphinx' `exclude_patterns`, Quartz'
  // `ignorePatterns`, and the files .mintignore, .bookignore and .eleventyignore.
  ToolHidden(const ContentRoot& root, const DocsFolder& docs);

  bool is_left_out(std::string_view path) const { return matches(left_out_, path); }
  bool is_draft(std::string_view path) const { return matches(drafts_, path); }

 private:
  struct Pattern {
    std::string glob;
    std::string folder;        // that it counts from
    bool is_anchored = false;  // matches from that folder on, not anywhere below it
    bool brings_back = false;  // `!a` of .gitignore
  };
  using Patterns = std::vector<Pattern>;

  static void add(Patterns& to, const std::vector<std::string>& globs, const std::string& folder,
                  bool is_gitignore);
  void add_jekyll_defaults(std::string text, const std::string& site);
  static bool matches(const Patterns& patterns, std::string_view path);

  Patterns left_out_;
  Patterns drafts_;
};

}  // namespace indexer
