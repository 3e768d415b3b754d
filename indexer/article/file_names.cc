#include "indexer/article/file_names.h"

#include <algorithm>
#include <filesystem>

#include "indexer/source/article_id.h"
#include "indexer/source/source_tree.h"
#include "kb/text/paths.h"

namespace indexer {
namespace {

constexpr int kMostParts = 5;  // of a path's end; more are known by the whole path only

std::string key(std::string_view path) {
  if (is_article(path)) path = path.substr(0, path.rfind('.'));
  return fold_case(path);
}

auto order(const std::string& path) { return std::pair(std::count(path.begin(), path.end(), '/'), path); }

}  // namespace

void FileNames::add(const std::string& path) {
  const std::string whole = key(path);
  const auto keep = [&](std::string_view end) {
    const auto [known, is_new] = by_end_.try_emplace(std::string(end), path);
    if (!is_new && order(path) < order(known->second)) known->second = path;
  };
  keep(whole);
  std::size_t slash = whole.rfind('/');
  for (int parts = 1; parts <= kMostParts && slash != std::string::npos; ++parts) {
    keep(std::string_view(whole).substr(slash + 1));
    slash = slash == 0 ? std::string::npos : whole.rfind('/', slash - 1);
  }
}

std::optional<std::string> FileNames::find(std::string_view name, std::string_view folder) const {
  const bool is_from_top = name.starts_with('/');
  while (name.starts_with('/')) name.remove_prefix(1);
  for (std::string_view around = is_from_top ? "" : folder;; around = kb::parent_of(around)) {
    const std::string path =
        (std::filesystem::path(around) / std::filesystem::path(name)).lexically_normal().generic_string();
    const auto found = by_end_.find(key(path));
    if (found != by_end_.end() && key(found->second) == key(path)) return found->second;
    if (around.empty()) break;
  }
  const auto found = is_from_top ? by_end_.end() : by_end_.find(key(name));
  return found == by_end_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace indexer
