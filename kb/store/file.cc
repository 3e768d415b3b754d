#include "kb/store/file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "kb/model/error.h"
#include "kb/store/descriptor.h"

namespace kb {

namespace {

[[noreturn]] void fail(const std::string& doing, const std::filesystem::path& path, int error) {
  throw Error("cannot " + doing + " " + path.string() + ": " + std::generic_category().message(error),
              error == ENOSPC ? "free some space on this disk, then run it again"
                              : "check the path and its permissions");
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why, const std::string& hint) {
  throw Error("cannot read " + path.string() + ": " + why, hint);
}

// O_NONBLOCK: opening a FIFO would wait for a writer.
Descriptor open_regular(const std::filesystem::path& path) {
  Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat found {};
  if (!in || ::fstat(in.get(), &found) != 0) fail("read", path, errno);
  if (S_ISDIR(found.st_mode)) fail("read", path, EISDIR);
  if (!S_ISREG(found.st_mode)) refuse(path, "it is not a regular file", "put a regular file in its place");
  return in;
}

}  // namespace

void read_blocks(const std::filesystem::path& file, const std::function<void(std::string_view)>& take) {
  const Descriptor in = open_regular(file);
  std::array<char, 65536> block{};
  for (;;) {
    const ssize_t size = ::read(in.get(), block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) fail("read", file, errno);
    if (size == 0) return;
    take({block.data(), static_cast<std::size_t>(size)});
  }
}

std::string read_file(const std::filesystem::path& file, std::uintmax_t most) {
  std::string bytes;
  read_blocks(file, [&](std::string_view block) {
    if (bytes.size() + block.size() > most)
      refuse(file, "it has more than " + std::to_string(most) + " bytes", "check that it is the right file");
    bytes += block;
  });
  return bytes;
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!out) fail("write", file, errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(out.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(out.get()) != 0) fail("write", file, errno);
}

void sync_path(const std::filesystem::path& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd || ::fsync(fd.get()) != 0) fail("write to disk", path, errno);
}

}  // namespace kb
