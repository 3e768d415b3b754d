// Files that the tool which builds a site does not publish, because its settings say so.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/config/path_regexes.h"
#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

class ToolHidden {
 public:
  // Reads MkDocs' `exclude_docs` and `draft_docs`, Jekyll's `exclude` and its `defaults` with `published:
  // false`, VitePress' `srcExclude`, Docusaurus' `exclude`, Sphinx' `exclude_patterns`, Quartz'
  // `ignorePatterns`, VuePress' `pagePatterns`, Retype's and MyST's `exclude`, DocFX' `exclude` of all groups
  // of files, Hugo's `ignoreFiles`, MkDocs' plugin `exclude`, Jekyll's `collections` and `include`, and the
  // files .mintignore, .bookignore and .eleventyignore.
  ToolHidden(const ContentRoot& root, const DocsFolder& docs);

  bool is_left_out(std::string_view path) const;
  // Whether it lies in a collection of Jekyll that has no pages; it is left out, too.
  bool is_without_page(std::string_view path) const;
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
  void add_jekyll(const YamlNode& config, const std::string& site);
  void add_jekyll_defaults(const YamlNode& config, const std::string& site);
  void add_docfx(const YamlNode& config, const std::string& site);
  void add_mkdocs_plugin(const YamlNode& config, const std::string& docs);
  bool is_underscored(std::string_view path) const;
  static bool matches(const Patterns& patterns, std::string_view path);

  Patterns left_out_;
  Patterns drafts_;
  PathRegexes left_out_names_;
  std::string regex_folder_;                           // that their paths count from
  std::optional<std::string> jekyll_;                  // folder of the site
  std::set<std::string, std::less<>> public_folders_;  // "_docs": Jekyll builds no other with a `_`
  std::set<std::string, std::less<>> collections_;     // "_faq" of those without pages
};

}  // namespace indexer
