// Patterns of files to leave out, as `ignore:` in site.yaml lists them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// Every pattern is compared with every file.
inline constexpr std::size_t kMaxGlobBytes = 1024;
inline constexpr std::size_t kMaxGlobsBytes = 16UL * 1024;  // of all patterns together

// Whether a path (parts separated by /) or one of the folders it lies in matches: `*` and `?` stand for
// characters within a part, `**` for any number of parts. A pattern without / matches in every folder, as in
// .gitignore.
bool matches_glob(std::string_view pattern, std::string_view path);

// Whether the whole path matches, from its first part on; no folder matches for what lies in it.
bool matches_whole_path(std::string_view pattern, std::string_view path);

// "a.md" and "a.yml" of `a.{md,yml}`, as tools have it in their settings; at most 64 patterns, the pattern
// itself when it has no such braces.
std::vector<std::string> without_braces(std::string_view pattern);

}  // namespace indexer
