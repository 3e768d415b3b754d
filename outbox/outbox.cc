#include "outbox/outbox.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>

#include "kb/model/error.h"
#include "kb/store/descriptor.h"
#include "kb/store/file.h"

namespace outbox {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMessageEnd = ".json";
constexpr std::string_view kUnfinishedEnd = ".tmp";
constexpr std::string_view kCountsName = "counts";
// A file of 5 MiB takes 7 MB in base64, and the texts of a message well under 1 MiB.
constexpr std::size_t kMaxFile = 8UL * 1024 * 1024;

[[noreturn]] void fail(const std::string& doing, const fs::path& path, int error) {
  throw kb::Error("cannot " + doing + " " + path.string() + ": " + std::generic_category().message(error),
                  error == ENOSPC ? "free some space on this disk" : "check the outbox and its permissions");
}

// Nobody else could read it for a moment, whatever the umask says.
void write_private(const fs::path& file, std::string_view bytes) {
  const kb::Descriptor out(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!out) fail("write", file, errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(out.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(out.get()) != 0) fail("write", file, errno);
}

// A file that is gone again unless it got its name.
class Unfinished {
 public:
  Unfinished(const fs::path& folder, std::string_view bytes) : path_(folder / name()) {
    try {
      write_private(path_, bytes);
    } catch (...) {
      remove();
      throw;
    }
  }
  ~Unfinished() { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const fs::path& path() const { return path_; }

 private:
  static std::string name() {
    static std::atomic<unsigned> number = 0;
    return std::to_string(::getpid()) + "-" + std::to_string(::time(nullptr)) + "-" +
           std::to_string(++number) + std::string(kUnfinishedEnd);
  }
  void remove() const { ::unlink(path_.c_str()); }

  fs::path path_;
};

struct FileFacts {
  std::chrono::sys_seconds time;
  std::uintmax_t bytes = 0;
};

std::optional<FileFacts> facts_of(const fs::path& file) {
  struct stat found {};
  if (::lstat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return FileFacts{std::chrono::sys_seconds(std::chrono::seconds(found.st_mtime)),
                   static_cast<std::uintmax_t>(found.st_size)};
}

bool is_message(const fs::path& file) { return file.extension() == kMessageEnd; }

std::vector<fs::path> files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    files.push_back(it->path());
  if (error) fail("read", folder, error.value());
  return files;
}

void use(const fs::path& folder) {
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) fail("make", folder, errno);
  struct stat found {};
  if (::stat(folder.c_str(), &found) != 0) fail("read", folder, errno);
  if (!S_ISDIR(found.st_mode)) fail("use", folder, ENOTDIR);
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
  throw kb::Error("others may look into " + folder.string(), "run chmod 700 " + folder.string());
}

}  // namespace

Outbox::Outbox(fs::path folder, std::size_t max_messages, std::uintmax_t max_waiting)
    : folder_(std::move(folder)), max_messages_(max_messages), max_waiting_(max_waiting) {
  use(folder_);
}

fs::path Outbox::file_of(const std::string& id) const { return folder_ / (id + std::string(kMessageEnd)); }

bool Outbox::has_room(const Message& message, std::size_t bytes) const {
  const std::vector<Entry> waiting = list();
  std::uintmax_t all = bytes;
  for (const Entry& entry : waiting) all += entry.bytes;
  return waiting.size() < max_messages_ && (message.file.empty() || all <= max_waiting_);
}

Outbox::Put Outbox::put(const Message& message) const {
  const fs::path file = file_of(message.id);
  if (::access(file.c_str(), F_OK) == 0) return Put::already;
  const std::string bytes = to_json(message);
  if (!has_room(message, bytes.size())) return Put::full;
  {
    const Unfinished written(folder_, bytes);
    // Not rename(), which would replace the same message while it is being delivered.
    if (::link(written.path().c_str(), file.c_str()) != 0) {
      if (errno == EEXIST) return Put::already;
      fail("write", file, errno);
    }
  }
  kb::sync_path(folder_);
  return Put::stored;
}

std::vector<Outbox::Entry> Outbox::list() const {
  std::vector<Entry> entries;
  for (const fs::path& file : files_in(folder_)) {
    const auto facts = facts_of(file);
    if (facts && is_message(file)) entries.push_back({file.stem().string(), facts->time, facts->bytes});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.time != b.time ? a.time < b.time : a.id < b.id; });
  return entries;
}

std::string Outbox::read(const std::string& id) const { return kb::read_file(file_of(id), kMaxFile); }

void Outbox::remove(const std::string& id) const {
  const fs::path file = file_of(id);
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail("remove", file, errno);
  kb::sync_path(folder_);
}

std::size_t Outbox::expire(std::chrono::sys_seconds now) const {
  std::size_t messages = 0;
  for (const fs::path& file : files_in(folder_)) {
    const auto facts = facts_of(file);
    const bool holds_text = is_message(file) || file.extension() == kUnfinishedEnd;
    if (!facts || !holds_text || now - facts->time <= kMaxAge) continue;
    if (::unlink(file.c_str()) == 0 && is_message(file)) ++messages;
  }
  return messages;
}

Counts Outbox::counts() const {
  const fs::path file = folder_ / kCountsName;
  if (::access(file.c_str(), F_OK) != 0) return {};
  Counts counts;
  unsigned long long delivered = 0;
  unsigned long long expired = 0;
  const std::string text = kb::read_file(file, kMaxFile);
  if (std::sscanf(text.c_str(), "delivered %llu expired %llu", &delivered, &expired) != 2) return {};
  counts.delivered = delivered;
  counts.expired = expired;
  return counts;
}

void Outbox::set_counts(const Counts& counts) const {
  const Unfinished written(folder_, "delivered " + std::to_string(counts.delivered) + "\nexpired " +
                                        std::to_string(counts.expired) + "\n");
  const fs::path file = folder_ / kCountsName;
  if (::rename(written.path().c_str(), file.c_str()) != 0) fail("write", file, errno);
}

}  // namespace outbox
