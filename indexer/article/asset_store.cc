#include "indexer/article/asset_store.h"

#include <algorithm>
#include <array>

#include "indexer/source/article_id.h"
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

std::string asset_name(const std::string& bytes, const fs::path& path) {
  return kb::sha256(bytes).substr(0, kHashDigits) + safe_extension(path);
}

// What another path to the same file is: it has the extension that this path has.
Asset renamed(Asset asset, const fs::path& path) {
  asset.name = asset.name.substr(0, kHashDigits) + safe_extension(path);
  return asset;
}

}  // namespace

std::optional<std::string> AssetStore::locate(const std::string& path) const {
  const auto is_hidden = [&](const std::string& at) {
    return is_ignored(at, ignore_) || is_own_file(at) || is_article(at);
  };
  if (is_hidden(path)) return std::nullopt;
  ContentTarget target = root_.resolve(path);
  if (target.problem != ContentTarget::Problem::none || is_hidden(target.path)) return std::nullopt;
  if (root_.kind(target.path) != ContentKind::file) return std::nullopt;
  return std::move(target.path);
}

Asset AssetStore::examine(const std::string& path) {
  Asset asset;
  const auto file = locate(path);
  if (!file) {
    asset.problem = Asset::Problem::missing;
    return asset;
  }
  if (contains(kActive, fold_case(fs::path(path).extension().string()))) {
    asset.problem = Asset::Problem::active;
    return asset;
  }
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = files_.find(*file); known != files_.end()) return renamed(known->second, path);
  }
  const ContentBytes found = root_.read(*file, kMaxAssetBytes);
  if (found.size > kMaxAssetBytes) {
    asset.problem = Asset::Problem::too_big;
    return asset;
  }
  asset.name = asset_name(found.bytes, path);
  asset.size = image_size(found.bytes);
  asset.bytes = found.bytes.size();
  const std::lock_guard lock(mutex_);
  files_.try_emplace(*file, asset);
  return asset;
}

const Asset& AssetStore::add(const std::string& path) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = assets_.find(path); known != assets_.end()) return known->second;
  }
  Asset asset;
  try {
    asset = examine(path);
  } catch (const kb::Error&) {
    asset.problem = Asset::Problem::unreadable;
  }
  const std::lock_guard lock(mutex_);
  return assets_.try_emplace(path, std::move(asset)).first->second;
}

std::uintmax_t AssetStore::bytes() const {
  const std::lock_guard lock(mutex_);
  std::uintmax_t sum = 0;
  for (const auto& [path, asset] : assets_) sum += asset.bytes;
  return sum;
}

void AssetStore::write(const fs::path& dir) const {
  const std::lock_guard lock(mutex_);
  std::error_code error;
  fs::create_directories(dir, error);
  if (error)
    throw kb::Error("cannot create " + dir.string() + ": " + error.message(),
                    "check the disk and its permissions");
  for (const auto& [path, asset] : assets_) {
    if (asset.name.empty() || fs::exists(dir / asset.name)) continue;
    const auto file = locate(path);
    const std::string bytes = file ? root_.read(*file, kMaxAssetBytes).bytes : "";
    if (asset_name(bytes, path) != asset.name)
      throw kb::Error(path + " changed during the build", "build again");
    kb::write_file(dir / asset.name, bytes);
  }
}

}  // namespace indexer
