#include "indexer/source/content_root.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <memory>
#include <optional>
#include <system_error>

#include "indexer/source/glob.h"
#include "kb/model/error.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxLinks = 40;                   // as the kernel follows
constexpr std::size_t kMaxNamesOfLinks = 4096;  // twice what fits into one

using Names = std::vector<std::string>;

Names names_in(std::string_view path) {
  Names names;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    if (end > 0 && path.substr(0, end) != ".") names.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

[[noreturn]] void fail(const std::string& path, int error) {
  throw kb::Error(fmt::format("cannot read {}: {}", path.empty() ? "the folder" : path,
                              std::generic_category().message(error)),
                  "check the path and its permissions");
}

ContentKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return ContentKind::file;
  if (S_ISDIR(mode)) return ContentKind::folder;
  return S_ISLNK(mode) ? ContentKind::link : ContentKind::other;
}

// Resolves a path name by name. `above` counts the folders that it has climbed out of the root: a path may
// leave the root only to come back into it by the names that lead to it.
class Resolver {
 public:
  // Without `known`, every link on the way is read, and all of them together are bounded.
  Resolver(int root, const Names& above, KnownLinks* known)
      : root_(root), root_names_(above), known_(known) {}

  ContentTarget resolve(std::string_view path) {
    push(names_in(path));
    while (!todo_.empty()) {
      std::string name = std::move(todo_.back());
      todo_.pop_back();
      if (const auto problem = step(std::move(name)); problem != Problem::none) return {problem, {}};
    }
    if (above_ > 0) return {Problem::outside, {}};
    return {Problem::none, joined()};
  }

 private:
  using Problem = ContentTarget::Problem;

  void push(Names names) {
    todo_.insert(todo_.end(), std::make_move_iterator(names.rbegin()), std::make_move_iterator(names.rend()));
  }

  std::string joined() const { return fmt::format("{}", fmt::join(done_, "/")); }

  Problem step(std::string name) {
    if (name == "..") {
      if (!done_.empty()) {
        done_.pop_back();
      } else {
        above_ = std::min(above_ + 1, root_names_.size());
      }
      return Problem::none;
    }
    if (above_ > 0) {
      if (name != root_names_[root_names_.size() - above_]) return Problem::outside;
      --above_;
      return Problem::none;
    }
    done_.push_back(std::move(name));
    return follow();
  }

  // Of the last name in done_.
  Problem follow() {
    const std::string at = joined();
    std::array<char, PATH_MAX> text{};
    const ssize_t size = ::readlinkat(root_, at.c_str(), text.data(), text.size());
    if (size < 0 && errno == EINVAL) return Problem::none;  // not a link
    if (size < 0) return errno == ENOENT || errno == ENOTDIR ? Problem::missing : Problem::unreadable;
    return known_ != nullptr ? jump(at) : walk({text.data(), static_cast<std::size_t>(size)});
  }

  // To where the link `at` leads.
  Problem jump(const std::string& at) {
    const std::lock_guard lock(known_->mutex);
    auto found = known_->targets.find(at);
    if (found == known_->targets.end()) {
      ContentTarget target = Resolver(root_, root_names_, nullptr).resolve(at);
      found = known_->targets.emplace(at, std::move(target)).first;
    }
    done_ = names_in(found->second.path);
    return found->second.problem;
  }

  Problem walk(std::string_view target) {
    Names names = names_in(target);
    names_of_links_ += names.size();
    if (++links_ > kMaxLinks) return Problem::circle;
    if (names_of_links_ > kMaxNamesOfLinks) return Problem::detour;
    done_.pop_back();
    if (target.starts_with('/')) {
      done_.clear();
      above_ = root_names_.size();
    }
    push(std::move(names));
    return Problem::none;
  }

  int root_;
  const Names& root_names_;
  KnownLinks* known_;
  std::size_t above_ = 0;
  int links_ = 0;
  std::size_t names_of_links_ = 0;
  Names todo_;  // the next name last
  Names done_;  // without links
};

}  // namespace

ContentRoot::ContentRoot(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw kb::Error(folder.string() + " is not a folder", "name the folder that holds your Markdown files");
  }
  const fs::path real = fs::canonical(folder, error);
  if (!error) root_ = kb::Descriptor(::open(real.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root_) {
    const std::string why = error ? error.message() : std::generic_category().message(errno);
    throw kb::Error("cannot read the folder " + folder.string() + ": " + why, "check its permissions");
  }
  above_ = names_in(real.string());
}

ContentTarget ContentRoot::resolve(std::string_view path) const {
  return Resolver(root_.get(), above_, &links_).resolve(path);
}

// Name by name, so that the kernel follows no link on the way.
ContentRoot::Spot ContentRoot::spot(const std::string& path) const {
  Names names = names_in(path);
  Spot at{kb::Descriptor(::openat(root_.get(), ".", O_PATH | O_DIRECTORY | O_CLOEXEC)), "."};
  if (names.empty()) return at;
  if (std::find(names.begin(), names.end(), "..") != names.end()) fail(path, EXDEV);
  at.name = std::move(names.back());
  names.pop_back();
  for (const std::string& name : names) {
    if (!at.folder) break;
    at.folder = kb::Descriptor(
        ::openat(at.folder.get(), name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  }
  if (!at.folder) fail(path, errno);
  return at;
}

kb::Descriptor ContentRoot::open(const std::string& path, int flags) const {
  const Spot at = spot(path);
  kb::Descriptor file(::openat(at.folder.get(), at.name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
  if (!file) fail(path, errno);
  return file;
}

ContentKind ContentRoot::kind(const std::string& path) const {
  const Spot at = spot(path);
  struct stat info {};
  if (::fstatat(at.folder.get(), at.name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) fail(path, errno);
  return kind_of(info.st_mode);
}

std::vector<ContentEntry> ContentRoot::list(const std::string& path) const {
  kb::Descriptor folder = open(path, O_RDONLY | O_DIRECTORY);
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(::fdopendir(::dup(folder.get())), ::closedir);
  if (!dir) fail(path, errno);
  std::vector<ContentEntry> entries;
  errno = 0;
  while (const dirent* found = ::readdir(dir.get())) {
    const std::string_view name(found->d_name);
    struct stat info {};
    if (name != "." && name != ".." &&
        ::fstatat(folder.get(), found->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
      entries.push_back({std::string(name), kind_of(info.st_mode)});
    errno = 0;
  }
  if (errno != 0) fail(path, errno);
  return entries;
}

ContentBytes ContentRoot::read(const std::string& path, std::uintmax_t most) const {
  if (kind(path) != ContentKind::file)
    throw kb::Error("this is not a plain file", "put a plain file in its place");
  const kb::Descriptor file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) fail(path, errno);
  ContentBytes out;
  out.size = static_cast<std::uintmax_t>(info.st_size);
  std::array<char, 65536> block{};
  while (out.size <= most) {
    const ssize_t got = ::read(file.get(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, errno);
    if (got == 0) return out;
    out.bytes.append(block.data(), static_cast<std::size_t>(got));
    out.size = std::max<std::uintmax_t>(out.size, out.bytes.size());
  }
  out.bytes.clear();
  return out;
}

bool report_bad_link(const ContentTarget& target, FileFindings& findings) {
  switch (target.problem) {
    case ContentTarget::Problem::circle:
      findings.report("symlink-loop", {}, "this symbolic link leads in a circle");
      return true;
    case ContentTarget::Problem::detour:
      findings.report("symlink-loop", {},
                      fmt::format("this symbolic link leads through more than {} names; it is not followed",
                                  kMaxNamesOfLinks));
      return true;
    case ContentTarget::Problem::outside:
      findings.report("symlink-outside", {},
                      "this symbolic link leads out of the content folder; it is not followed");
      return true;
    case ContentTarget::Problem::unreadable:
      findings.report("unreadable-file", {}, "this symbolic link cannot be followed");
      return true;
    default:
      return target.problem != ContentTarget::Problem::none;
  }
}

bool report_hidden_link(const std::string& target, const std::vector<std::string>& ignore,
                        FileFindings& findings) {
  if (!is_ignored(target, ignore) && !is_own_file(target)) return false;
  findings.report(
      "symlink-hidden", {},
      fmt::format("this symbolic link leads to {}, which is not published; it is not followed", target));
  return true;
}

bool is_ignored(std::string_view path, const std::vector<std::string>& ignore) {
  if (path.starts_with('.') || path.find("/.") != std::string_view::npos) return true;
  if (matches_glob("node_modules", path)) return true;
  return std::any_of(ignore.begin(), ignore.end(),
                     [&](const std::string& glob) { return matches_glob(glob, path); });
}

bool is_own_file(std::string_view path) {
  return path == "site.yaml" || path == "synonyms.yaml" || path == "expectations.yaml" ||
         path == "learned.yaml";
}

}  // namespace indexer
