// Where the content folder's git repository lies, and its newest commit. Read by ourselves and never from
// git's configuration: a stranger may commit a folder that looks like a repository, and git would run its
// commands.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace indexer {

struct GitRepository {
  std::filesystem::path objects;  // its folder of commits and files
  std::string below;              // the content folder's path in it, "" at its top
  std::string head;               // hash of the newest commit, 40 hex digits; "" when there is none
  bool is_shallow = false;        // a clone without its history
  bool has_links = false;         // among its objects or refs: they may lead anywhere, so it is not read
};

// The nearest folder above `folder`, or itself, that holds `.git`: a folder, or the file that a worktree or
// submodule has. A folder without that name is not a repository, whatever it holds. nullopt when there is
// none.
std::optional<GitRepository> find_git_repository(const std::filesystem::path& folder);

}  // namespace indexer
