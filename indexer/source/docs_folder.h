// Which folder of a whole repository holds the pages of its help site, as the settings of the tool that
// builds the site say: nobody writes `packages/api/CHANGELOG.md` for customers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/content_root.h"
#include "indexer/source/source_tree.h"

namespace indexer {

struct DocsFolder {
  std::string tool;  // "MkDocs"; "" when there are no settings: every Markdown file is an article
  std::string site;  // where the settings lie: "", "website"
  std::string docs;  // where the articles lie: "docs", "website/src/content/docs"
};

// Settings at the top count; else those of the only tool below, if most articles are its own or its folder is
// named like one of a site. A tool without articles in its folder does not count.
DocsFolder find_docs_folder(const ContentRoot& root, const SourceTree& tree);

// The folder that site.yaml names, "." for all; without a tool's settings.
DocsFolder named_docs_folder(const std::string& folder);

// An article's path as the tool counts it: below `docs`, or translated, i18n/LANGUAGE/PLUGIN/current/...;
// nullopt when it is no article of the site.
std::optional<std::string> path_in_docs(const DocsFolder& docs, std::string_view path);

// A folder that path_in_docs() gives, as it lies in the content folder.
std::string place_of(const DocsFolder& docs, std::string_view folder);

// Takes out what is no article of the site. How many files.
std::size_t drop_outside(const DocsFolder& docs, std::vector<SourceFile>& articles);

// "docs/ (docs_dir of MkDocs)"; "" when there is nothing to say.
std::string describe(const DocsFolder& docs);

}  // namespace indexer
