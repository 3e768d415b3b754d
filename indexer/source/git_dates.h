// When each file was last committed: the date shown for an article that states none.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace indexer {

struct GitHistory {
  std::string revision;  // of the content folder's repository, "" without git
  std::map<std::string, std::chrono::sys_days, std::less<>> dates;  // path below the folder -> last commit
  std::string problem;  // why there are no dates; "" when there are
};

// The dates of `files`, paths below the folder; those never committed have none. No dates in a shallow clone,
// whose files all seem to be from its only commit. The repository is read in a child process, without git and
// without the repository's configuration, its alternates or the environment's GIT_ variables. Requires: no
// other thread runs.
GitHistory read_git_history(const std::filesystem::path& folder, const std::vector<std::string>& files);

}  // namespace indexer
