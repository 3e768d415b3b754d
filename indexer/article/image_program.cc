#include "indexer/article/image_program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <thread>
#include <vector>

#include "kb/model/error.h"
#include "kb/store/file.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMostBytes = 32U * 1024 * 1024;  // of a result

// A folder of our own in the system's place for such; its end removes it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "firstline-image-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw kb::Error("cannot create a folder in " + fs::temp_directory_path().string(),
                      "check the disk and its permissions");
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;  // whatever is left is in the system's place for it
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// In the colours that an image without a profile has, so that the copy needs none (7 KB). prlimit, of
// Debian's util-linux, lowers the limits and becomes the program.
std::vector<std::string> command(const fs::path& program, const fs::path& in, const fs::path& out,
                                 int width) {
  return {"/usr/bin/prlimit",
          fmt::format("--as={}", std::uintmax_t{1} << 30U),
          "--cpu=20",
          fmt::format("--fsize={}", kMostBytes),
          "--nofile=64",
          "--core=0",
          "--",
          program.string(),
          in.string(),
          "--size",
          fmt::format("{}x>", width),
          "--export-profile",
          "srgb",
          "-o",
          out.string() + "[Q=82,smart_subsample=true,strip,profile=none]"};
}

pid_t start(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  // One thread, so that the same image is always the same bytes; decoders that nobody has hardened are off.
  std::array<std::string, 3> settings{"VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1", "PATH=/usr/bin:/bin"};
  std::array<char*, 4> environment{settings[0].data(), settings[1].data(), settings[2].data(), nullptr};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  pid_t child = -1;
  const int problem =
      ::posix_spawn(&child, arguments[0], &files, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&files);
  return problem == 0 ? child : -1;
}

// Whether it ended well, within the time.
bool wait_for(pid_t child) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kPause{5};
  const auto deadline = Clock::now() + std::chrono::seconds{30};
  int status = 0;
  while (true) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return false;
    if (Clock::now() > deadline) ::kill(child, SIGKILL);
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

std::string webp_of_width(std::string_view bytes, int width, const fs::path& program) {
  if (!fs::exists(program)) return "";
  const ScratchFolder folder;
  const fs::path in = folder.path() / "in";
  const fs::path out = folder.path() / "out.webp";
  kb::write_file(in, bytes);
  const pid_t child = start(command(program, in, out, width));
  if (child < 0 || !wait_for(child) || !fs::is_regular_file(out)) return "";
  return kb::read_file(out, kMostBytes);
}

}  // namespace indexer
