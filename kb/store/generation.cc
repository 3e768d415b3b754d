#include "kb/store/generation.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/meaning_models.h"

namespace kb {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCurrent = "CURRENT";
constexpr const char* kCurrentTemp = "CURRENT.tmp";
constexpr const char* kLock = "LOCK";
constexpr const char* kPending = ".tmp";
constexpr const char* kDiagnostics = "diagnostics.json";
constexpr std::uintmax_t kMaxPointer = 256;  // bytes of CURRENT, which holds one name
constexpr const char* kCheckFolder = "check the index folder, its space and permissions";

std::string name_of(std::uint64_t number) { return fmt::format("gen-{:06}", number); }

// "gen-000042" -> 42; nullopt for any other name.
std::optional<std::uint64_t> number_of(std::string_view name) {
  if (!name.starts_with("gen-")) return std::nullopt;
  std::uint32_t number = 0;
  std::from_chars(name.data() + 4, name.data() + name.size(), number);
  return name_of(number) == name ? std::optional<std::uint64_t>(number) : std::nullopt;
}

bool is_pending(std::string_view name) {
  return name.ends_with(kPending) && number_of(name.substr(0, name.size() - 4)).has_value();
}

bool is_ours(std::string_view name) {
  return name == kCurrent || name == kCurrentTemp || name == kLock || name == kDiagnostics ||
         name == kModelsFolder || name == kImageCopies || is_pending(name) || number_of(name).has_value();
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

// Makes `name` live for readers. It survives a power cut only after sync_path() of the index. A failure
// leaves nothing behind.
void switch_to(const fs::path& index, const std::string& name) {
  std::error_code error;
  fs::remove(index / kCurrentTemp, error);  // a FIFO of that name would keep us waiting for its reader
  try {
    write_file(index / kCurrentTemp, name + "\n");
  } catch (const Error&) {
    fs::remove(index / kCurrentTemp, error);
    throw;
  }
  fs::rename(index / kCurrentTemp, index / kCurrent, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(index / kCurrentTemp, ignored);
  throw Error("cannot make " + name + " live: " + error.message(), kCheckFolder);
}

// What CURRENT says, whether or not it names a generation; nullopt when there is none.
std::optional<std::string> read_current(const fs::path& index) {
  std::error_code unknown;
  if (!fs::exists(index / kCurrent, unknown) && !unknown) return std::nullopt;
  std::string name = read_file(index / kCurrent, kMaxPointer);
  if (name.ends_with('\n')) name.pop_back();
  return name;
}

// For a rollback, which replaces a CURRENT that cannot be read.
std::optional<std::string> current_if_readable(const fs::path& index) {
  try {
    return read_current(index);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// This version neither numbers its generations after those of a later version nor removes them.
void refuse_newer_format(const fs::path& index) {
  auto names = generation_names(index);
  if (names.size() > 1) names.erase(names.begin(), names.end() - 1);
  if (const auto live = read_current(index); live && number_of(*live)) names.push_back(*live);
  for (const auto& name : names) {
    if (!has_newer_format(index / name)) continue;
    throw Error(index.string() + " was written by a newer version of Firstline: " + name +
                    " has a later index format",
                "update Firstline, or name another folder with --index; no generation was changed");
  }
}

std::string next_name(const fs::path& index) {
  const auto names = generation_names(index);
  return name_of(names.empty() ? 1 : *number_of(names.back()) + 1);
}

// The rename makes it disappear in one step, so that nobody finds half of it. What cannot be removed now is
// removed by a later run.
void discard(const fs::path& index, const std::string& name) {
  std::error_code error;
  fs::rename(index / name, index / (name + kPending), error);
  if (!error) fs::remove_all(index / (name + kPending), error);
}

// Keeps the last `keep` by number, and the live one in any case.
void remove_old(const fs::path& index, int keep, const std::string& live) {
  auto names = generation_names(index);
  while (names.size() > static_cast<std::size_t>(keep)) {
    if (names.front() != live) discard(index, names.front());
    names.erase(names.begin());
  }
}

}  // namespace

fs::path create_index(fs::path index) {
  std::error_code error;
  fs::create_directories(index, error);
  if (error)
    throw Error("cannot create " + index.string() + ": " + error.message(),
                "check the path and its permissions");
  refuse_foreign_folder(index);
  return index;
}

std::optional<std::string> current_generation(const fs::path& index) {
  auto name = read_current(index);
  if (name && !number_of(*name)) {
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
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return *number_of(a) < *number_of(b); });
  return names;
}

std::vector<GenerationInfo> list_generations(const fs::path& index) {
  const auto live = read_current(index);
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
  if (generation_names(index).empty()) {
    throw Error("there is no generation in " + index.string(), "check the path, or build the content first");
  }
  const IndexLock lock(index);
  const auto live = current_if_readable(index);
  const auto names = generation_names(index);
  std::string target = name.value_or("");
  if (!name) {
    const auto at = live ? std::find(names.begin(), names.end(), *live) : names.end();
    if (at == names.begin()) {
      throw Error("there is no generation before the live one in " + index.string(),
                  "see firstline-indexer generations " + index.string());
    }
    target = *(at - 1);
  }
  if (std::find(names.begin(), names.end(), target) == names.end()) {
    throw Error("there is no generation " + target + " in " + index.string(),
                "see firstline-indexer generations " + index.string());
  }
  verify(index / target, Verify::hashes);
  switch_to(index, target);
  sync_path(index);
  return target;
}

IndexLock::IndexLock(const fs::path& index)
    : file_(::open((index / kLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (!file_) throw Error("cannot write to " + index.string(), "check the folder and its permissions");
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    throw Error("another firstline-indexer is writing to " + index.string(),
                "wait until it is done, then run this again");
  }
}

PendingGeneration::PendingGeneration(fs::path index) try
    : index_(create_index(std::move(index))),
      lock_(index_),
      name_(next_name(index_)),
      dir_(index_ / (name_ + kPending)) {
  refuse_newer_format(index_);
  std::vector<fs::path> leftovers{index_ / kCurrentTemp};
  for (const auto& entry : fs::directory_iterator(index_)) {
    if (is_pending(entry.path().filename().string())) leftovers.push_back(entry.path());
  }
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover);
  fs::create_directory(dir_);
} catch (const fs::filesystem_error& error) {
  throw Error("cannot write to " + error.path1().string() + ": " + error.code().message(), kCheckFolder);
}

PendingGeneration::~PendingGeneration() {
  std::error_code ignored;
  if (!published_) fs::remove_all(dir_, ignored);
}

void PendingGeneration::seal(Manifest manifest) {
  kb::seal(dir_, std::move(manifest));
  verify(dir_, Verify::hashes);
}

std::string PendingGeneration::publish(int keep) try {
  fs::rename(dir_, index_ / name_);
  dir_ = index_ / name_;
  sync_path(index_);
  switch_to(index_, name_);
  published_ = true;
  sync_path(index_);
  remove_old(index_, keep, name_);
  remove_unused_models(index_);
  return name_;
} catch (const fs::filesystem_error& error) {
  throw Error("cannot publish " + name_ + ": " + error.code().message(), kCheckFolder);
}

}  // namespace kb
