#include "indexer/article/asset_store.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/source/article_id.h"
#include "indexer/source/no_article.h"
#include "indexer/source/source_tree.h"
#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHashDigits = 16;

// What a browser would run or apply when it is opened from our own address. SVG is needed as an image; the
// daemon sends it with a sandbox.
constexpr std::array<std::string_view, 13> kActive{".html", ".htm", ".xhtml", ".xht",  ".shtml",
                                                   ".js",   ".mjs", ".cjs",   ".wasm", ".css",
                                                   ".xml",  ".xsl", ".php"};

std::string safe_extension(const fs::path& path) {
  const std::string extension = fold_case(path.extension().string());
  const bool plain = extension.size() > 1 && extension.size() <= 10 &&
                     std::all_of(extension.begin() + 1, extension.end(), kb::is_alnum);
  return plain ? extension : "";
}

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Dot folders in which other tools keep the pictures of articles; everything else in dot folders is hidden.
std::string without_media_folders(std::string_view path) {
  constexpr std::array<std::string_view, 6> kMediaFolders{
      ".gitbook/assets/", ".attachments/", ".assets/", ".images/", ".media/", ".vitepress/public/"};
  std::string out(path);
  for (const std::string_view folder : kMediaFolders) {
    const std::size_t at = out.starts_with(folder) ? 0 : out.find("/" + std::string(folder));
    if (at != std::string::npos)
      return out.erase(at, folder.size() + (at > 0 ? 1 : 0)).insert(at, at > 0 ? "/" : "");
  }
  return out;
}

std::string asset_name(const std::string& bytes, const fs::path& path) {
  return kb::sha256(bytes).substr(0, kHashDigits) + safe_extension(path);
}

// What another path to the same file is: it has the extension that this path has.
Asset renamed(Asset asset, const fs::path& path) {
  asset.name = asset.name.substr(0, kHashDigits) + safe_extension(path);
  return asset;
}

// "" when it can no longer be read: then it changed.
std::string read_again(const ContentRoot& root, const std::string& file) try {
  return root.read(file, kMaxAssetBytes).bytes;
} catch (const kb::Error&) {
  return "";
}

Asset unusable(Asset::Problem problem) {
  Asset asset;
  asset.problem = problem;
  return asset;
}

}  // namespace

std::optional<std::string> AssetStore::locate(const std::string& path) const {
  const auto is_hidden = [&](const std::string& at) {
    return is_ignored(without_media_folders(at), ignore_) || is_own_file(at) || is_article(at) ||
           is_in_drafts(at);
  };
  if (is_hidden(path)) return std::nullopt;
  ContentTarget target = root_.resolve(path);
  if (target.problem != ContentTarget::Problem::none || is_hidden(target.path)) return std::nullopt;
  if (root_.kind(target.path) != ContentKind::file) return std::nullopt;
  return std::move(target.path);
}

AssetStore::Found AssetStore::examine(const std::string& path) {
  const auto file = locate(path);
  if (!file) return {unusable(Asset::Problem::missing), ""};
  if (contains(kActive, fold_case(fs::path(path).extension().string())))
    return {unusable(Asset::Problem::active), ""};
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = files_.find(*file); known != files_.end())
      return {renamed(known->second, path), *file};
  }
  const ContentBytes content = root_.read(*file, kMaxAssetBytes);
  if (content.size > kMaxAssetBytes) return {unusable(Asset::Problem::too_big), ""};
  Asset asset;
  asset.name = asset_name(content.bytes, path);
  asset.size = image_size(content.bytes);
  asset.bytes = content.bytes.size();
  const std::lock_guard lock(mutex_);
  files_.try_emplace(*file, asset);
  return {std::move(asset), *file};
}

const Asset& AssetStore::add(const std::string& path) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = found_.find(path); known != found_.end()) return known->second.asset;
  }
  Found found;
  try {
    found = examine(path);
  } catch (const kb::Error&) {
    found.asset.problem = Asset::Problem::unreadable;
  }
  const std::lock_guard lock(mutex_);
  return found_.try_emplace(path, std::move(found)).first->second.asset;
}

const ImageCopies& AssetStore::copies(const std::string& path) {
  static const ImageCopies kNone;
  const Asset& asset = add(path);
  if (!copier_ || !asset.size) return kNone;
  std::string file;
  Copies* copies = nullptr;
  {
    const std::lock_guard lock(mutex_);
    file = found_.at(path).file;
    copies = &copies_[file];
  }
  const std::lock_guard lock(copies->mutex);  // of this image alone: others are made meanwhile
  if (!std::exchange(copies->made, true))
    copies->copies = copier_->make(read_again(root_, file), *asset.size, asset.name.substr(0, kHashDigits));
  return copies->copies;
}

std::uintmax_t AssetStore::bytes() const {
  const std::lock_guard lock(mutex_);
  std::uintmax_t sum = 0;
  for (const auto& [path, found] : found_) sum += found.asset.bytes;
  for (const auto& [file, copies] : copies_) {
    for (const ImageCopy& copy : copies.copies.list) sum += copy.bytes;
  }
  return sum;
}

void AssetStore::write(const fs::path& dir) const {
  const std::lock_guard lock(mutex_);
  std::error_code error;
  fs::create_directories(dir, error);
  if (error)
    throw kb::Error("cannot create " + dir.string() + ": " + error.message(),
                    "check the disk and its permissions");
  for (const auto& [path, found] : found_) {
    const std::string& name = found.asset.name;
    if (name.empty() || fs::exists(dir / name)) continue;
    const std::string bytes = read_again(root_, found.file);
    if (asset_name(bytes, path) != name) throw kb::Error(path + " changed during the build", "build again");
    kb::write_file(dir / name, bytes);
  }
  for (const auto& [file, copies] : copies_) {
    for (const ImageCopy& copy : copies.copies.list)
      kb::write_file(dir / copy.name, kb::read_file(copy.file));
  }
  if (copier_) copier_->forget_others();
}

}  // namespace indexer
