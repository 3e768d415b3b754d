#include "courier/mail_command.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

#include "kb/model/error.h"
#include "kb/store/descriptor.h"

extern char** environ;  // NOLINT

namespace courier {

namespace {

constexpr std::chrono::milliseconds kLook{20};  // between two looks at the program
constexpr std::size_t kSlowest = 32;            // bytes per millisecond

std::string reason(int error) { return std::generic_category().message(error); }

// In memory, so that a program which reads nothing keeps nobody waiting.
kb::Descriptor file_with(const std::string& text) {
  kb::Descriptor file(::memfd_create("mail", MFD_CLOEXEC));
  std::size_t done = 0;
  while (file && done < text.size()) {
    const ssize_t written = ::write(file.get(), text.data() + done, text.size() - done);
    if (written < 0 && errno != EINTR)
      throw kb::Error("cannot hold a mail: " + reason(errno), "free some memory");
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  if (!file || ::lseek(file.get(), 0, SEEK_SET) != 0)
    throw kb::Error("cannot hold a mail: " + reason(errno), "free some memory");
  return file;
}

// A process group of its own, so that what it starts can be ended with it. 0 when it does not start; `error`
// says why.
pid_t start(const std::vector<std::string>& command, int input, int& error) {
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));  // NOLINT
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  // Mail programs print addresses, which are not for the log.
  for (const int output : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&files, output, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  posix_spawnattr_setpgroup(&how, 0);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&how, &none);
  sigset_t ignored;
  sigemptyset(&ignored);
  sigaddset(&ignored, SIGPIPE);
  posix_spawnattr_setsigdefault(&how, &ignored);
  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t pid = 0;
  error = ::posix_spawnp(&pid, command.front().c_str(), &files, &how, argv.data(), environ);
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  return error == 0 ? pid : 0;
}

// Its status, or -1 when it had to be ended.
int await(pid_t pid, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  int status = 0;
  while (::waitpid(pid, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > deadline) {
      ::kill(-pid, SIGKILL);
      ::waitpid(pid, &status, 0);
      return -1;
    }
    std::this_thread::sleep_for(kLook);
  }
  return status;
}

}  // namespace

std::chrono::milliseconds patience_for(std::size_t bytes) {
  return std::chrono::minutes{1} + std::chrono::milliseconds(bytes / kSlowest);
}

Attempt run_command(const std::vector<std::string>& command, const std::string& input,
                    std::chrono::milliseconds patience) {
  const kb::Descriptor mail = file_with(input);
  int error = 0;
  const pid_t pid = start(command, mail.get(), error);
  if (pid == 0) return {false, "cannot run " + command.front() + ": " + reason(error)};
  const int status = await(pid, patience);
  if (status == -1) return {false, command.front() + " took too long and was ended"};
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {true};
  return {false,
          command.front() + (WIFEXITED(status) ? " ended with " + std::to_string(WEXITSTATUS(status))
                                               : " was ended by signal " + std::to_string(WTERMSIG(status)))};
}

}  // namespace courier
