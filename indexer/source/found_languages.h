// Languages that no settings name: told by the names of folders and files, and by the texts in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/docs_folder.h"
#include "indexer/source/languages.h"

namespace indexer {

// An article where the site has it.
struct SitePage {
  std::string path;
  const std::string* text;
};

// See find_languages(). Paths are those that the site has.
Languages find_in_texts(const std::vector<SitePage>& articles, const DocsFolder& docs);

// "de" and "page.md" of "page.de.md"; nullopt for a name without a language.
std::optional<LocalPath> split_suffix(std::string_view path);

// Whether a path lies in a folder, "" being the top, and its rest then.
bool is_below(std::string_view path, std::string_view folder);
std::string_view below(std::string_view path, std::string_view folder);

}  // namespace indexer
