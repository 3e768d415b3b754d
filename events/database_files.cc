#include "events/database_files.h"

#include <sys/stat.h>

#include <utility>

#include "events/database.h"

namespace events {
namespace {

std::optional<struct stat> status_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

std::filesystem::path with_suffix(const std::filesystem::path& path, const char* suffix) {
  return path.native() + suffix;
}

}  // namespace

DatabaseFiles::DatabaseFiles(const std::filesystem::path& file) : path_(file) {}

void DatabaseFiles::require_plain_file() const {
  const auto status = status_of(path());
  if (!status || S_ISREG(status->st_mode)) return;
  throw Error("events file " + path().native() + ": this is no plain file",
              "move what lies there away; a new file is made then");
}

std::optional<DatabaseFiles::Id> DatabaseFiles::id_of(const std::filesystem::path& path) {
  const auto status = status_of(path);
  return status ? std::optional(Id{status->st_dev, status->st_ino}) : std::nullopt;
}

std::filesystem::path DatabaseFiles::real_path() const {
  std::error_code missing;
  return std::filesystem::canonical(path_, missing);
}

void DatabaseFiles::remember() {
  const auto file = real_path();
  real_ = {file, with_suffix(file, "-wal"), with_suffix(file, "-shm")};
  for (std::size_t i = 0; i < real_.size(); ++i) opened_[i] = id_of(real_[i]);
  remember_content();
}

// A file that is open keeps its inode's number from being given to another.
std::string DatabaseFiles::displaced() const {
  const auto file = id_of(path());
  if (!file) return "the file was moved or removed";
  if (file != opened_[0]) return "another file has taken the place of the file";
  if (real_path() != real_[0]) return "the file was moved, and a symbolic link leads to it";
  return id_of(real_[1]) == opened_[1] ? "" : "the file's write-ahead log was moved, removed or replaced";
}

std::optional<DatabaseFiles::Content> DatabaseFiles::content() const {
  const auto status = status_of(path());
  if (!status) return std::nullopt;
  return Content{status->st_size,
                 status->st_mtim.tv_sec * std::int64_t{1'000'000'000} + status->st_mtim.tv_nsec};
}

void DatabaseFiles::remember_content() { content_ = content(); }

bool DatabaseFiles::rewritten() const { return content() != content_; }

void DatabaseFiles::remove_log() const {
  for (const std::size_t i : {1U, 2U}) {
    std::error_code gone_already;
    if (opened_[i] && id_of(real_[i]) == opened_[i]) std::filesystem::remove(real_[i], gone_already);
  }
}

}  // namespace events
