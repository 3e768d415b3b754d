// The files that articles may bring into their text.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/source/content_root.h"

namespace indexer {

inline constexpr std::uintmax_t kMaxIncludeBytes = 256UL * 1024;

// Thread-safe.
class IncludeFiles {
 public:
  IncludeFiles(const std::filesystem::path& root, std::vector<std::string> ignore,
               std::chrono::sys_days today, Drafts drafts)
      : root_(root), ignore_(std::move(ignore)), today_(today), drafts_(drafts) {}

  // Markdown comes without its front matter. nullopt for what read_public_file refuses, and for an article
  // that is not public itself (a draft, an expired one): its text must not become public by another's. A file
  // that no tool publishes as a page (_note.md, _includes/note.md) has nothing to be kept back.
  std::optional<std::string> read(std::string_view path) const;

 private:
  ContentRoot root_;
  std::vector<std::string> ignore_;
  std::chrono::sys_days today_;
  Drafts drafts_;
};

}  // namespace indexer
