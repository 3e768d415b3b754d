// Which of the top folders are languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/source_tree.h"

namespace indexer {

struct Languages {
  std::vector<std::string> codes;  // the first is the default
  bool folders = false;            // a top folder each; else everything is codes.front()
};

// Those named in site.yaml; without that, the top folders with articles when all are two-letter language
// codes; else everything is English. One named language without a folder of its own takes everything, too.
Languages find_languages(const std::vector<std::string>& named, const std::vector<SourceFile>& articles);

// An article's language and its path below it.
struct LocalPath {
  std::string lang;
  std::string path;
};

// nullopt when the file is in none of the language folders.
std::optional<LocalPath> local_path(const Languages& languages, std::string_view path);

// "en", "pt-BR": a language ICU knows, with optional script and region.
bool is_language_code(std::string_view code);

}  // namespace indexer
