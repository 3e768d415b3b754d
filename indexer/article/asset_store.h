// Images and downloads that articles link to, named by what they hold so that browsers may keep them for
// ever.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/image_copies.h"
#include "indexer/article/image_size.h"
#include "indexer/source/content_root.h"

namespace indexer {

inline constexpr std::uintmax_t kMaxAssetBytes = 32U * 1024 * 1024;

struct Asset {
  std::string name;  // "3f2a9c0d1b7e4455.png", first 16 hex digits of the SHA-256; "" when it is not usable
  std::optional<ImageSize> size;
  enum class Problem { none, missing, too_big, active, unreadable } problem = Problem::none;
  std::uintmax_t bytes = 0;
};

// Thread-safe. Only what was added is published.
class AssetStore {
 public:
  // Without a copier images have no smaller copies.
  AssetStore(const std::filesystem::path& root, std::vector<std::string> ignore,
             std::unique_ptr<ImageCopier> copier = nullptr)
      : root_(root), ignore_(std::move(ignore)), copier_(std::move(copier)) {}

  // The file at `path` below the content folder, read once. Missing, too, when it is ignored (dotfiles among
  // them), one of Firstline's own YAML files, an article (which may be a draft), not a plain file, or a link
  // to any of these or out of the folder.
  const Asset& add(const std::string& path);

  // Smaller copies of the image at `path`, which was added; they are published, too. Throws Error when they
  // cannot be kept.
  const ImageCopies& copies(const std::string& path);

  std::uintmax_t bytes() const;  // of all that write() will copy, or a little more

  // Copies all into `dir`. Throws Error when that fails, or when a file changed since it was added.
  void write(const std::filesystem::path& dir) const;

 private:
  struct Found {
    Asset asset;
    std::string file;  // where it really lies, which many paths may lead to
  };
  struct Copies {
    std::mutex mutex;  // guards both
    bool made = false;
    ImageCopies copies;
  };
  // Where a path really leads; nullopt when that is missing.
  std::optional<std::string> locate(const std::string& path) const;
  Found examine(const std::string& path);

  ContentRoot root_;
  std::vector<std::string> ignore_;
  std::unique_ptr<ImageCopier> copier_;   // or null
  mutable std::mutex mutex_;              // guards the three maps
  std::map<std::string, Found> found_;    // by path; entries never move
  std::map<std::string, Asset> files_;    // by where it really lies
  std::map<std::string, Copies> copies_;  // the same
};

}  // namespace indexer
