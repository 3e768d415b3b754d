// The events file and its write-ahead log as they were opened, to notice when something else takes their
// place: a file can be moved, removed or overwritten under a running program.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace events {

// Never opens the files itself: closing one of them would release SQLite's locks on it.
class DatabaseFiles {
 public:
  explicit DatabaseFiles(const std::filesystem::path& file);

  const std::filesystem::path& path() const { return path_; }

  // Throws Error unless a regular file, or nothing, lies at the path. SQLite cannot use a folder, and would
  // wait for a pipe.
  void require_plain_file() const;

  // After opening: these are our files.
  void remember();
  // Why they are no longer where they were; "" when they are.
  std::string displaced() const;

  // After our own checkpoint, the only moment at which we write to the file itself.
  void remember_content();
  // Whether another program, perhaps with SQLite, has written to the file since.
  bool rewritten() const;

  // Removes the log that was opened, so that it is not applied to another file. A log of another file stays.
  void remove_log() const;

 private:
  struct Id {
    dev_t device;
    ino_t inode;
    bool operator==(const Id&) const = default;
  };
  struct Content {
    std::int64_t bytes = 0;
    std::int64_t changed_ns = 0;
    bool operator==(const Content&) const = default;
  };

  static std::optional<Id> id_of(const std::filesystem::path& path);
  std::optional<Content> content() const;
  std::filesystem::path real_path() const;

  std::filesystem::path path_;
  // The file, its log, and the log's index, without symbolic links: SQLite keeps a log beside the real file.
  std::array<std::filesystem::path, 3> real_;
  std::array<std::optional<Id>, 3> opened_;
  std::optional<Content> content_;
};

}  // namespace events
