// Which folder of a whole repository holds the pages of its help site, as the settings of the tool that
// builds the site say: nobody writes `packages/api/CHANGELOG.md` for customers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/content_root.h"
#include "indexer/source/source_tree.h"

namespace indexer {

inline constexpr std::uintmax_t kMaxToolFileBytes = 256UL * 1024;

// A file of a tool's settings, which may be hidden; at most kMaxToolFileBytes of it. nullopt when there is
// none that can be read.
std::optional<ContentBytes> read_tool_file(const ContentRoot& root, const std::string& path);

// A further folder of the articles of one site.
struct DocsPart {
  std::string folder;  // "website/community"
  std::string name;    // as path_in_docs() has it: from the site's folder on where it lies in it, "community"
  std::string prefix;  // that its addresses begin with
  std::string lang;    // "" when it is in the same language as the rest
  std::string id;      // Docusaurus names the folders of its translations by it
};

struct DocsFolder {
  std::string tool;  // "MkDocs"; "" when there are no settings: every Markdown file is an article
  std::string site;  // where the settings lie: "", "website"
  std::string docs;  // where the articles lie: "docs", "website/src/content/docs"
  // Docusaurus keeps older versions beside its docs: those to publish, "current" for the docs themselves. The
  // first has the plain addresses, those of the others begin with their name.
  std::vector<std::string> versions = {"current"};
  std::vector<DocsPart> parts = {};  // what lies in one of these and in `docs` belongs to the part
  std::vector<std::string> closed_folders = {};    // of languages that Hugo does not build
  std::vector<std::string> closed_languages = {};  // the same, "de"; in folders and names of files, too
  std::vector<std::string> locales = {};           // Docusaurus builds these of i18n; all when it names none
};

// Settings at the top count; else those of the only tool below, if most articles are its own or its folder is
// named like one of a site. A tool without articles in its folder does not count.
DocsFolder find_docs_folder(const ContentRoot& root, const SourceTree& tree);

// The folder that site.yaml names, "." for all; without a tool's settings.
DocsFolder named_docs_folder(const std::string& folder);

// The innermost part that a path lies in; nullptr when there is none.
const DocsPart* part_of(const DocsFolder& docs, std::string_view path);

// An article's path as the tool counts it: below `docs`, translated, i18n/LANGUAGE/PLUGIN/current/..., of a
// version, versioned_docs/version-1.0/..., or of a part; nullopt when it is no article of the site.
std::optional<std::string> path_in_docs(const DocsFolder& docs, std::string_view path);

// A folder that path_in_docs() gives, as it lies in the content folder.
std::string place_of(const DocsFolder& docs, std::string_view folder);

// "1.0" of versioned_docs/version-1.0/a.md and i18n/de/PLUGIN/version-1.0/a.md, "current" of
// i18n/de/PLUGIN/current/a.md; nullopt for other paths.
std::optional<std::string_view> version_of(std::string_view path);

// What the addresses of a version begin with: "" for the first, else its name. nullopt when it is not
// published.
std::optional<std::string> version_prefix(const DocsFolder& docs, std::string_view version);

// Takes out what is no article of the site. How many files.
std::size_t drop_outside(const DocsFolder& docs, std::vector<SourceFile>& articles);

// "docs/ (docs_dir of MkDocs)"; "" when there is nothing to say.
std::string describe(const DocsFolder& docs);

}  // namespace indexer
