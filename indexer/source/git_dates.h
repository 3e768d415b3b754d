// When each file was last committed: the date shown for an article that states none.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace indexer {

struct GitHistory {
  std::string revision;  // of the content folder's repository, "" without git
  std::map<std::string, std::chrono::sys_days, std::less<>> dates;  // path below the folder -> last commit
  std::string problem;  // why there are no dates; "" when there are
};

// One pass over `git log`. No dates in a shallow clone, whose files all seem to be from its only commit.
GitHistory read_git_history(const std::filesystem::path& folder);

}  // namespace indexer
