#include "kb/generation.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "kb/error.h"
#include "kb/file.h"

namespace kb {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCurrent = "CURRENT";
constexpr const char* kCurrentTemp = "CURRENT.tmp";
constexpr const char* kLock = "LOCK";
constexpr const char* kPending = ".tmp";
constexpr const char* kDiagnostics = "diagnostics.json";

// "gen-000042" -> 42; nullopt for any other name.
std::optional<int> number_of(std::string_view name) {
  if (!name.starts_with("gen-") || name.size() < 10) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(name.data() + 4, name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

bool is_pending(std::string_view name) {
  return name.ends_with(kPending) && number_of(name.substr(0, name.size() - 4)).has_value();
}

bool is_ours(std::string_view name) {
  return name == kCurrent || name == kCurrentTemp || name == kLock || name == kDiagnostics || is_pending(name) ||
         number_of(name).has_value();
}

// Never writes into, or cleans up, a folder that holds somebody else's files.
void refuse_foreign_folder(const fs::path& index) {
  for (const auto& entry : fs::directory_iterator(index)) {
    const std::string name = entry.path().filename().string();
    if (!is_ours(name)) {
      throw Error(index.string() + " is not an index: it holds " + name,
                  "name an empty or new folder with --index; nothing was changed");
    }
  }
}

void switch_to(const fs::path& index, const std::string& name) {
  write_file(index / kCurrentTemp, name + "\n");
  fs::rename(index / kCurrentTemp, index / kCurrent);
  sync_path(index);
}

int lock(const fs::path& index) {
  const fs::path file = index / kLock;
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) throw Error("cannot write to " + index.string(), "check the folder and its permissions");
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    ::close(fd);
    throw Error("another firstline-indexer is writing to " + index.string(), "wait until it is done, then run this again");
  }
  return fd;
}

// Holds the lock for the time of a short operation.
class Lock {
 public:
  explicit Lock(const fs::path& index) : fd_(lock(index)) {}
  ~Lock() { ::close(fd_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int fd_;
};

std::string next_name(const fs::path& index) {
  const auto names = generation_names(index);
  return fmt::format("gen-{:06}", names.empty() ? 1 : *number_of(names.back()) + 1);
}

// The last `keep` by number, and the live one whatever its number.
void remove_old(const fs::path& index, int keep, const std::string& live) {
  auto names = generation_names(index);
  while (names.size() > static_cast<std::size_t>(keep)) {
    if (names.front() != live) fs::remove_all(index / names.front());
    names.erase(names.begin());
  }
}

}  // namespace

std::optional<std::string> current_generation(const fs::path& index) {
  if (!fs::exists(index / kCurrent)) return std::nullopt;
  std::string name = read_file(index / kCurrent);
  if (!name.empty() && name.back() == '\n') name.pop_back();
  if (!number_of(name)) {
    throw Error((index / kCurrent).string() + " does not name a generation",
                "run firstline-indexer rollback, or build the content again");
  }
  return name;
}

std::vector<std::string> generation_names(const fs::path& index) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(index, ignored)) {
    const std::string name = entry.path().filename().string();
    if (number_of(name) && entry.is_directory()) names.push_back(name);
  }
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return *number_of(a) < *number_of(b); });
  return names;
}

std::vector<GenerationInfo> list_generations(const fs::path& index) {
  const auto live = current_generation(index);
  std::vector<GenerationInfo> list;
  for (const auto& name : generation_names(index)) {
    GenerationInfo info{name, name == live ? State::live : State::kept, std::nullopt, ""};
    try {
      info.manifest = verify(index / name, Verify::sizes);
    } catch (const Error& error) {
      info.state = State::broken;
      info.problem = error.what();
    }
    list.push_back(std::move(info));
  }
  return list;
}

std::string rollback(const fs::path& index, const std::optional<std::string>& name) {
  const auto live = current_generation(index);
  const auto names = generation_names(index);
  std::string target = name.value_or("");
  if (!name) {
    const auto at = live ? std::find(names.begin(), names.end(), *live) : names.end();
    if (at == names.begin() || names.empty()) {
      throw Error("there is no generation before the live one in " + index.string(),
                  "see firstline-indexer generations " + index.string());
    }
    target = *(at - 1);
  }
  if (std::find(names.begin(), names.end(), target) == names.end()) {
    throw Error("there is no generation " + target + " in " + index.string(),
                "see firstline-indexer generations " + index.string());
  }
  const Lock held(index);
  verify(index / target, Verify::hashes);
  switch_to(index, target);
  return target;
}

PendingGeneration::PendingGeneration(fs::path index) : index_(std::move(index)) {
  std::error_code error;
  fs::create_directories(index_, error);
  if (error) throw Error("cannot create " + index_.string() + ": " + error.message(), "check the path and its permissions");
  refuse_foreign_folder(index_);
  lock_ = lock(index_);
  for (const auto& entry : fs::directory_iterator(index_)) {
    if (is_pending(entry.path().filename().string())) fs::remove_all(entry.path(), error);
  }
  name_ = next_name(index_);
  dir_ = index_ / (name_ + kPending);
  fs::create_directory(dir_, error);
  if (error) {
    ::close(lock_);
    throw Error("cannot create " + dir_.string() + ": " + error.message(), "check the folder, its space and permissions");
  }
}

PendingGeneration::~PendingGeneration() {
  std::error_code ignored;
  if (!published_) fs::remove_all(dir_, ignored);
  ::close(lock_);
}

void PendingGeneration::seal(Manifest manifest) {
  kb::seal(dir_, std::move(manifest));
  verify(dir_, Verify::hashes);
}

std::string PendingGeneration::publish(int keep) try {
  fs::rename(dir_, index_ / name_);
  sync_path(index_);
  published_ = true;
  switch_to(index_, name_);
  remove_old(index_, keep, name_);
  return name_;
} catch (const fs::filesystem_error& error) {
  throw Error("cannot publish " + name_ + ": " + error.code().message(), "check the index folder, its space and permissions");
}

}  // namespace kb
