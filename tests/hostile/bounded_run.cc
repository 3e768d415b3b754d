#include "tests/hostile/bounded_run.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace hostile {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void become_indexer(const std::vector<std::string>& arguments, int output) {
  constexpr rlimit kCpu{20, 20};
  constexpr rlimit kAddressSpace{4UL << 30U, 4UL << 30U};
  ::setrlimit(RLIMIT_CPU, &kCpu);
  ::setrlimit(RLIMIT_AS, &kAddressSpace);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  std::vector<char*> words{const_cast<char*>(FIRSTLINE_INDEXER)};
  for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  ::_exit(127);
}

std::string read_all(int from) {
  std::string text;
  std::array<char, 65536> buffer{};
  for (ssize_t got = 0; (got = ::read(from, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  return text;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Outcome run_indexer(const std::vector<std::string>& arguments) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) become_indexer(arguments, pipe[1]);
  ::close(pipe[1]);
  Outcome outcome;
  outcome.output = read_all(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  outcome.resident_mb = static_cast<double>(used.ru_maxrss) / 1024;
  return outcome;
}

double growth(const std::function<Outcome(std::size_t size)>& run, std::size_t size) {
  double best = 1e9;
  for (int i = 0; i < 3 && best >= kMaxGrowth; ++i) {
    const double half = run(size / 2).cpu_seconds;
    best = std::min(best, run(size).cpu_seconds / half);
  }
  return best;
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "firstline-hostile-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder for the test");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Folder& Folder::write(std::string_view file, std::string_view text) {
  fs::create_directories((path_ / file).parent_path());
  std::ofstream(path_ / file, std::ios::binary) << text;
  return *this;
}

}  // namespace hostile
