#include "indexer/fetch/content_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "kb/model/error.h"

namespace indexer {

namespace {

constexpr mode_t kNewFile = 0644;
constexpr mode_t kNewFolder = 0755;

[[noreturn]] void cannot_write(const std::string& path, int error) {
  throw kb::Error(fmt::format("cannot write {}: {}", path, std::generic_category().message(error)),
                  error == ENOSPC ? "free some space on this disk, then run it again"
                                  : "check the path and its permissions");
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

void write_synced(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) cannot_write(path, errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file) != 0) cannot_write(path, errno);
}

// Under a name of its own in the same folder, then under the right one.
void put(const kb::Descriptor& folder, const std::string& path, std::string_view bytes, mode_t mode) {
  const std::string name(name_of(path));
  const std::string other = fmt::format(".firstline-{}.tmp", ::getpid());
  ::unlinkat(folder.get(), other.c_str(), 0);  // of a run that died
  try {
    const kb::Descriptor file(::openat(folder.get(), other.c_str(),
                                       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kNewFile));
    if (!file || ::fchmod(file.get(), mode) != 0) cannot_write(path, errno);
    write_synced(file.get(), bytes, path);
    if (::renameat(folder.get(), other.c_str(), folder.get(), name.c_str()) != 0) cannot_write(path, errno);
  } catch (const kb::Error&) {
    ::unlinkat(folder.get(), other.c_str(), 0);
    throw;
  }
  if (::fsync(folder.get()) != 0) cannot_write(path, errno);
}

}  // namespace

ContentWriter::ContentWriter(const std::filesystem::path& folder)
    : root_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!root_) cannot_write(folder.string(), errno);
}

// Name by name, so that the kernel follows no link on the way.
kb::Descriptor ContentWriter::folder_of(const std::string& path, Folders folders) const {
  kb::Descriptor at(::openat(root_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  std::string_view rest = path;
  for (std::size_t end = rest.find('/'); end != std::string_view::npos && at; end = rest.find('/')) {
    const std::string name(rest.substr(0, end));
    if (name.empty() || name == "." || name == "..") cannot_write(path, EXDEV);
    if (folders == Folders::create && ::mkdirat(at.get(), name.c_str(), kNewFolder) != 0 && errno != EEXIST)
      cannot_write(path, errno);
    at = kb::Descriptor(::openat(at.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    rest.remove_prefix(end + 1);
  }
  if (!at) cannot_write(path, errno);
  return at;
}

void ContentWriter::create(const std::string& path, std::string_view bytes) const {
  put(folder_of(path, Folders::create), path, bytes, kNewFile);
}

void ContentWriter::replace(const std::string& path, std::string_view bytes) const {
  const kb::Descriptor folder = folder_of(path, Folders::must_exist);
  struct stat info {};
  if (::fstatat(folder.get(), std::string(name_of(path)).c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
    cannot_write(path, errno);
  if (!S_ISREG(info.st_mode)) cannot_write(path, EINVAL);
  put(folder, path, bytes, info.st_mode & 07777U);
}

}  // namespace indexer
