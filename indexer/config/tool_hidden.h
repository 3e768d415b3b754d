// Files that the tool which builds a site does not publish, because its settings say so.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/config/docfx_content.h"
#include "indexer/config/path_regexes.h"
#include "indexer/source/content_root.h"
#include "indexer/source/docs_folder.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

class ToolHidden {
 public:
  // Reads MkDocs' `exclude_docs` and `draft_docs`, Jekyll's `exclude` and its `defaults` with `published:
  // false`, VitePress' `srcExclude`, Docusaurus' `exclude`, Sphinx' `exclude_patterns`, Quartz'
  // `ignorePatterns`, VuePress' `pagePatterns`, Retype's and MyST's `exclude`, DocFX' `content`, Hugo's
  // `ignoreFiles`, Zola's `ignored_content`, MkDocs' plugin `exclude`, Jekyll's `collections` and `include`,
  // and the files .mintignore, .bookignore and .eleventyignore.
  ToolHidden(const ContentRoot& root, const DocsFolder& docs);

  bool is_left_out(std::string_view path) const;
  // Whether it lies in a collection of Jekyll that has no pages; it is left out, too.
  bool is_without_page(std::string_view path) const;
  // Kept back unless it says itself that it is public.
  bool is_draft(std::string_view path) const { return all_drafts_ || matches(drafts_, path); }

 private:
  enum class Style {
    folders,    // `*` stands within a part, and a folder that matches takes all below with it
    gitignore,  // the same, and a pattern without / matches in every folder
    jekyll,     // `*` stands for / too, and a path that begins like the pattern matches
    zola        // the same, from any folder on, for a whole path only
  };
  struct Pattern {
    std::string glob;
    std::string folder;  // that it counts from
    Style style = Style::folders;
    bool is_anchored = false;  // matches from that folder on, not anywhere below it
    bool brings_back = false;  // `!a` of .gitignore
  };
  using Patterns = std::vector<Pattern>;

  static void add(Patterns& to, const std::vector<std::string>& globs, const std::string& folder,
                  Style style);
  void add_jekyll(const YamlNode& config, const std::string& site);
  void add_hexo(const YamlNode& config, const std::string& docs);
  void add_jekyll_defaults(const YamlNode& config, const std::string& site);
  void add_mkdocs_plugin(const YamlNode& config, const std::string& docs);
  bool is_underscored(std::string_view path) const;
  static bool matches(const Patterns& patterns, std::string_view path);
  static bool matches_one(const Pattern& one, std::string_view below);

  Patterns left_out_;
  Patterns drafts_;
  bool all_drafts_ = false;
  DocfxContent docfx_;
  PathRegexes left_out_names_;
  std::string regex_folder_;                           // that their paths count from
  std::optional<std::string> jekyll_;                  // folder of a site of Jekyll or Hexo
  std::set<std::string, std::less<>> public_folders_;  // "_docs": they build no other with a `_`
  std::set<std::string, std::less<>> collections_;     // "_faq" of those without pages
};

}  // namespace indexer
