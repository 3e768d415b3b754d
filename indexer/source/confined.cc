#include "indexer/source/confined.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>

namespace indexer {

namespace {

using Clock = std::chrono::steady_clock;

void lower_limit(int resource, rlim_t to) {
  rlimit limit{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0) return;
  limit.rlim_cur = std::min(to, limit.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

// Address space in use: the first number of statm, in pages. Sanitizers reserve terabytes, so that an
// absolute limit would not do.
rlim_t address_space() {
  rlim_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

[[noreturn]] void be_child(int out, const Limits& limits, const std::function<std::string()>& work) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  lower_limit(RLIMIT_CORE, 0);
  if (const rlim_t used = address_space(); used > 0) lower_limit(RLIMIT_AS, used + limits.memory);
  bool done = false;
  try {
    done = write_all(out, work());
  } catch (...) {  // any failure is the same to the parent, which says what could not be done
    done = false;
  }
  ::_exit(done ? 0 : 1);
}

// False when the time is up.
bool wait_readable(int fd, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    pollfd ready{fd, POLLIN, 0};
    const int count = ::poll(&ready, 1, static_cast<int>(left.count()));
    if (count > 0) return true;
    if (count < 0 && errno != EINTR) return false;
  }
}

// Until the end; nullopt when the time is up first.
std::optional<std::string> read_until(int fd, Clock::time_point deadline) {
  std::string out;
  std::array<char, 65536> block{};
  while (wait_readable(fd, deadline)) {
    const ssize_t got = ::read(fd, block.data(), block.size());
    if (got == 0) return out;
    if (got < 0 && errno != EINTR) return std::nullopt;
    if (got > 0) out.append(block.data(), static_cast<std::size_t>(got));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> run_confined(const Limits& limits, const std::function<std::string()>& work) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return std::nullopt;
  const pid_t child = ::fork();
  if (child == 0) be_child(pipe[1], limits, work);
  ::close(pipe[1]);
  std::optional<std::string> out;
  if (child > 0) out = read_until(pipe[0], Clock::now() + limits.time);
  ::close(pipe[0]);
  if (child < 0) return std::nullopt;
  if (!out) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? out : std::nullopt;
}

}  // namespace indexer
