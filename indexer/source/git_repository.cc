#include "indexer/source/git_repository.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxPointerBytes = 4096;             // HEAD, .git, commondir, one ref
constexpr std::size_t kMaxPackedRefs = 64U * 1024 * 1024;  // half a million refs
constexpr int kMaxSymbolicRefs = 5;                        // as git itself follows
constexpr std::size_t kHashDigits = 40;

// "" for what is not a plain file, or is longer than it may be. Never waits, as opening a pipe would, and
// follows no link, which may lead anywhere.
std::string read_small(const fs::path& file, std::size_t most) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
  if (fd < 0) return "";
  struct stat info {};
  std::string text;
  if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
    std::array<char, 65536> block{};
    ssize_t got = 0;
    while (text.size() <= most && (got = ::read(fd, block.data(), block.size())) > 0)
      text.append(block.data(), static_cast<std::size_t>(got));
  }
  ::close(fd);
  return text.size() <= most ? text : "";
}

std::string read_line(const fs::path& file) {
  std::string text = read_small(file, kMaxPointerBytes);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
  return text;
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "ref: refs/heads/main" -> "refs/heads/main"; "" for what is none, or would leave the repository.
std::string ref_name(std::string_view text) {
  constexpr std::string_view kMark = "ref:";
  if (!text.starts_with(kMark)) return "";
  text.remove_prefix(std::min(text.find_first_not_of(" \t", kMark.size()), text.size()));
  const bool plain = text.starts_with("refs/") && text.find("..") == std::string_view::npos &&
                     text.find('\0') == std::string_view::npos;
  return plain ? std::string(text) : "";
}

// A line of packed-refs is "HASH NAME".
std::string packed_ref(const fs::path& common, const std::string& name) {
  const std::string refs = read_small(common / "packed-refs", kMaxPackedRefs);
  const auto at = refs.find(" " + name + "\n");
  if (at == std::string::npos || at < kHashDigits) return "";
  return refs.substr(at - kHashDigits, kHashDigits);
}

// `dir` is the worktree's own folder, `common` what all worktrees share.
std::string resolve_head(const fs::path& dir, const fs::path& common) {
  std::string text = read_line(dir / "HEAD");
  for (int i = 0; i < kMaxSymbolicRefs && !is_hash(text); ++i) {
    const std::string name = ref_name(text);
    if (name.empty()) return "";
    text = read_line(dir / name);
    if (text.empty()) text = read_line(common / name);
    if (text.empty()) text = packed_ref(common, name);
  }
  return is_hash(text) ? text : "";
}

// Whether the folder, or anything in it, is a symbolic link. True, too, when that cannot be found out.
bool has_links(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder, error);
  if (!fs::exists(status)) return false;
  if (fs::is_symlink(status)) return true;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_symlink(error) || error) return true;
  }
  return static_cast<bool>(error);
}

// The folder that `.git` is, or that it names when it is a file; "" when it is neither.
fs::path git_folder(const fs::path& dot_git) {
  std::error_code error;
  if (fs::is_directory(dot_git, error)) return dot_git;
  constexpr std::string_view kMark = "gitdir: ";
  const std::string text = read_line(dot_git);
  if (!text.starts_with(kMark)) return {};
  return dot_git.parent_path() / text.substr(kMark.size());
}

}  // namespace

std::optional<GitRepository> find_git_repository(const fs::path& folder) {
  std::error_code error;
  const fs::path content = fs::canonical(folder, error);
  if (error) return std::nullopt;
  fs::path top = content;
  while (!fs::exists(fs::symlink_status(top / ".git", error))) {
    if (top == top.root_path()) return std::nullopt;
    top = top.parent_path();
  }
  const fs::path dir = git_folder(top / ".git");
  if (dir.empty()) return std::nullopt;
  const std::string shared = read_line(dir / "commondir");
  const fs::path common = shared.empty() ? dir : dir / shared;
  GitRepository found;
  found.objects = common / "objects";
  found.below = content == top ? "" : content.lexically_relative(top).generic_string();
  found.has_links = has_links(found.objects) || has_links(common / "refs") || has_links(dir / "refs");
  if (found.has_links) return found;
  found.head = resolve_head(dir, common);
  found.is_shallow = !read_small(common / "shallow", kMaxPackedRefs).empty();
  return found;
}

}  // namespace indexer
