// Which commit changed each file last, from the objects of a git repository. Talks to libgit2.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/source/git_repository.h"

namespace indexer {

// For each of `files`, paths below the content folder, the time of its newest commit in seconds since 1970; 0
// for a file that is not in the newest commit. The commits are those that `git log --no-renames -- .` shows:
// a merge changes nothing itself. Throws Error when the objects are damaged or missing.
std::vector<std::int64_t> last_commits(const GitRepository& repository,
                                       const std::vector<std::string>& files);

}  // namespace indexer
