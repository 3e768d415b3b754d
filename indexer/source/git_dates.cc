#include "indexer/source/git_dates.h"

#include <cstdint>
#include <cstring>
#include <optional>

#include "indexer/source/confined.h"
#include "indexer/source/git_log.h"
#include "indexer/source/git_repository.h"

namespace indexer {

namespace {

// A repository of 20,000 commits takes a second (docs/measurements.md).
constexpr Limits kGitLimits{std::chrono::seconds(60), std::size_t{1} << 30U};

// The child's answer: a number for each file.
std::optional<std::vector<std::int64_t>> confined_last_commits(const GitRepository& repository,
                                                               const std::vector<std::string>& files) {
  const auto answer = run_confined(kGitLimits, [&] {
    const std::vector<std::int64_t> times = last_commits(repository, files);
    std::string bytes(times.size() * sizeof(std::int64_t), '\0');
    std::memcpy(bytes.data(), times.data(), bytes.size());
    return bytes;
  });
  if (!answer || answer->size() != files.size() * sizeof(std::int64_t)) return std::nullopt;
  std::vector<std::int64_t> times(files.size());
  std::memcpy(times.data(), answer->data(), answer->size());
  return times;
}

}  // namespace

GitHistory read_git_history(const std::filesystem::path& folder, const std::vector<std::string>& files) {
  GitHistory history;
  const auto repository = find_git_repository(folder);
  if (repository && repository->has_links) {
    history.problem =
        "there are symbolic links among the git repository's objects or refs, which are not followed";
    return history;
  }
  if (!repository || repository->head.empty()) {
    history.problem = "the content folder is not in a git repository with commits";
    return history;
  }
  history.revision = repository->head;
  if (repository->is_shallow) {
    history.problem = "the git repository is a shallow clone";
    return history;
  }
  if (files.empty()) return history;
  const auto times = confined_last_commits(*repository, files);
  if (!times) {
    history.problem = "the git history cannot be read: it is incomplete, damaged or too big";
    return history;
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::chrono::sys_seconds time{std::chrono::seconds{(*times)[i]}};
    if ((*times)[i] > 0) history.dates.emplace(files[i], std::chrono::floor<std::chrono::days>(time));
  }
  return history;
}

}  // namespace indexer
