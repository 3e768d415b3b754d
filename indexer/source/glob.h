// Patterns of files to leave out, as `ignore:` in site.yaml lists them.
#pragma once

#include <string_view>

namespace indexer {

// Whether a path (parts separated by /) or one of the folders it lies in matches: `*` and `?` stand for
// characters within a part, `**` for any number of parts. A pattern without / matches in every folder, as in
// .gitignore.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace indexer
