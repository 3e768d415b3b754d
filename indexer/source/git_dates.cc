#include "indexer/source/git_dates.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

extern char** environ;

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr char kCommitMark = '\x01';  // before each commit's time; no path begins with it

std::string read_all(int fd) {
  std::string out;
  std::array<char, 65536> block;
  while (true) {
    const ssize_t got = ::read(fd, block.data(), block.size());
    if (got > 0) out.append(block.data(), static_cast<std::size_t>(got));
    if (got == 0 || (got < 0 && errno != EINTR)) return out;
  }
}

// Starts git without a shell, its output going into `out`. 0 when there is no git.
pid_t spawn_git(std::vector<std::string> args, int out) {
  std::vector<char*> argv;
  for (std::string& arg : args) argv.push_back(arg.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? pid : 0;
}

// What git prints; nullopt when it fails or is not there.
std::optional<std::string> run_git(const fs::path& folder, const std::vector<std::string>& args) {
  std::vector<std::string> all{"git", "--no-pager",   "--no-optional-locks", "-c", "log.showSignature=false",
                               "-C",  folder.string()};
  all.insert(all.end(), args.begin(), args.end());
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return std::nullopt;
  const pid_t pid = spawn_git(std::move(all), pipe[1]);
  ::close(pipe[1]);
  std::string out = pid > 0 ? read_all(pipe[0]) : "";
  ::close(pipe[0]);
  if (pid <= 0) return std::nullopt;
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return out;
}

std::chrono::sys_days day_of(std::string_view seconds) {
  long long value = 0;
  std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{value}});
}

// Fields end in NUL: kCommitMark and the time of a commit, newest first, then the paths it changed.
void read_log(std::string_view log, GitHistory& history) {
  std::chrono::sys_days date;
  while (!log.empty()) {
    std::string_view field = log.substr(0, log.find('\0'));
    log.remove_prefix(std::min(field.size() + 1, log.size()));
    if (field.starts_with('\n')) field.remove_prefix(1);
    if (field.starts_with(kCommitMark)) {
      date = day_of(field.substr(1));
    } else if (!field.empty()) {
      history.dates.try_emplace(std::string(field), date);
    }
  }
}

}  // namespace

GitHistory read_git_history(const fs::path& folder) {
  GitHistory history;
  const auto state = run_git(folder, {"rev-parse", "--is-shallow-repository", "HEAD"});
  if (!state || state->find('\n') == std::string::npos) {
    history.problem = "the content folder is not in a git repository with commits";
    return history;
  }
  history.revision = state->substr(state->find('\n') + 1);
  while (history.revision.ends_with('\n')) history.revision.pop_back();
  if (state->starts_with("true")) {
    history.problem = "the git repository is a shallow clone";
    return history;
  }
  const auto log = run_git(
      folder, {"log", "-z", "--no-renames", "--name-only", "--relative", "--format=%x01%ct", "--", "."});
  if (!log) {
    history.problem = "git log failed";
    return history;
  }
  read_log(*log, history);
  return history;
}

}  // namespace indexer
