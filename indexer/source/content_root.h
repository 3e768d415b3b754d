// The only way to a file of the content folder, whose names, links and kinds a stranger may have chosen. What
// leads out of the folder is never touched; pipes and devices are never opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "kb/store/descriptor.h"

namespace indexer {

// Where a path leads once its symbolic links are resolved.
struct ContentTarget {
  enum class Problem { none, missing, circle, detour, outside, unreadable } problem = Problem::none;
  std::string path;  // below the content folder, without links; "" is the folder itself
};

enum class ContentKind { file, folder, link, other };

struct ContentEntry {
  std::string name;
  ContentKind kind;
};

struct ContentBytes {
  std::uintmax_t size = 0;
  std::string bytes;  // "" when there are more than asked for
};

// Where each link leads that was met once, so that many paths behind it cost no more than one. Thread-safe.
struct KnownLinks {
  std::mutex mutex;
  std::map<std::string, ContentTarget> targets;
};

// Thread-safe. Paths are relative to the folder, with /.
class ContentRoot {
 public:
  // Throws Error when it is not a readable folder.
  explicit ContentRoot(const std::filesystem::path& folder);

  // Follows links as the kernel does, but none of them out of the folder. What a link leads to is read once.
  ContentTarget resolve(std::string_view path) const;

  // The following three take paths without links, as resolve() gives them, and throw Error for any link that
  // has come since.
  ContentKind kind(const std::string& path) const;
  std::vector<ContentEntry> list(const std::string& path) const;
  // Throws Error, too, when it is not a plain file or cannot be read.
  ContentBytes read(const std::string& path, std::uintmax_t most) const;

 private:
  struct Spot {
    kb::Descriptor folder;
    std::string name;
  };
  Spot spot(const std::string& path) const;
  kb::Descriptor open(const std::string& path, int flags) const;

  std::vector<std::string> above_;  // names of the folders that lead to this one, from / down
  kb::Descriptor root_;
  mutable KnownLinks links_;
};

// Reports why a link is not followed; false when it may be. A link to nothing has no report.
bool report_bad_link(const ContentTarget& target, FileFindings& findings);

// Reports a link to something that is not published itself: a dotfile, what `ignore` matches, a file of our
// own.
bool report_hidden_link(const std::string& target, const std::vector<std::string>& ignore,
                        FileFindings& findings);

// Dotfiles, node_modules, and what `ignore` matches: never published.
bool is_ignored(std::string_view path, const std::vector<std::string>& ignore);

// The files that configure the site are neither articles nor downloads.
bool is_own_file(std::string_view path);

}  // namespace indexer
