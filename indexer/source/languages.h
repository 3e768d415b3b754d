// Which folders of a content folder are languages, and which language each file is in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/docs_folder.h"
#include "indexer/source/source_tree.h"

namespace indexer {

// A folder whose articles are in one language. Their paths count from it, below `prefix`.
struct LanguageFolder {
  std::string folder;  // "en", "docs/pt-br"
  std::string lang;    // "pt-BR"
  std::string prefix;  // "", or what translations have in common: "docs"
  std::string why;     // why it is taken for one, for the summary: "its text"
};

struct Languages {
  std::vector<std::string> codes;        // the first is the default
  std::vector<LanguageFolder> folders;   // none inside another
  std::optional<std::string> rest_lang;  // of files in none of the folders; nullopt: they are left out
  std::string rest_why;
  std::string base;  // the folder that all articles lie in, left out of the paths of `rest_lang`
  std::vector<std::string> suffixes;  // languages of single files: `page.de.md`
  bool named = false;                 // in site.yaml: there are no others

  // Notes a language that single files are in.
  void add(const std::string& code);
};

// Those named in site.yaml: folders of these names (whatever their case, `_` for `-`) at the top or in one
// common folder; what lies in none is left out, unless the first named one has no folder: then it is that
// one's. Without names, folders are languages that are named like one and hold text in it, or stand beside
// another that does; what lies in none of them is in the language of its text, English when that cannot be
// told.
Languages find_languages(const std::vector<std::string>& named, const std::vector<SourceFile>& articles,
                         const DocsFolder& docs = {});

// An article's language and its path below it.
struct LocalPath {
  std::string lang;
  std::string path;
};

// nullopt when the file is in none of the languages.
std::optional<LocalPath> local_path(const Languages& languages, std::string_view path);

// "en", "pt-BR": a language ICU knows, with optional script and region, in the case of BCP 47.
bool is_language_code(std::string_view code);

// "pt-BR" for "pt_br" and "pt-br"; nullopt when no locale is named so. Two letters must be an ISO 639-1
// language, what follows must be used with it: "to-do" is none.
std::optional<std::string> language_code(std::string_view name);

// "en (root), tr (folder tr/)" and why; "" when there is nothing to say: English only, by default.
std::string describe(const Languages& languages);

}  // namespace indexer
