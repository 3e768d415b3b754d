#include "indexer/source/file_names.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <filesystem>

#include "indexer/source/article_id.h"
#include "indexer/source/source_tree.h"
#include "kb/text/nearest_name.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::size_t kShortestStem = 3;   // of shorter names each is like every other
constexpr std::size_t kMostNames = 2'000;  // of one folder, to be compared letter by letter

std::string stem_of(std::string_view path) {
  const std::string name = folded_path(path.substr(path.rfind('/') + 1));
  return name.substr(0, name.rfind('.'));
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

constexpr int kMostParts = 5;  // of a path's end; more are known by the whole path only

std::string key(std::string_view path) {
  if (is_article(path)) path = path.substr(0, path.rfind('.'));
  return folded_path(path);
}

// Whether one may be meant where the other was written: no article is meant by the name of an image.
bool is_same_kind(std::string_view wanted, std::string_view there) {
  const std::string extension = fold_case(std::filesystem::path(wanted).extension().string());
  const bool may_be_article = extension.empty() || extension.starts_with(".htm") || is_article(wanted);
  return may_be_article || !is_article(there);
}

auto order(const std::string& path) { return std::pair(std::count(path.begin(), path.end(), '/'), path); }

}  // namespace

std::string folded_path(std::string_view path) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return fold_case(path);
  const auto text = icu::UnicodeString::fromUTF8({path.data(), static_cast<int32_t>(path.size())});
  std::string composed;
  nfc->normalize(text, status).toUTF8String(composed);
  return fold_case(U_FAILURE(status) ? path : composed);
}

FileNames::FileNames(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    by_folded_.emplace(folded_path(path), path);
    add_ends(path);
    by_stem_[stem_of(path)].push_back(path);
    by_folder_[std::string(kb::parent_of(path))].push_back(path.substr(path.rfind('/') + 1));
  }
  for (auto& [folder, names] : by_folder_) std::sort(names.begin(), names.end());
}

std::string FileNames::same(std::string_view path) const {
  const auto found = by_folded_.find(folded_path(path));
  return found == by_folded_.end() ? "" : found->second;
}

std::string FileNames::nearest(std::string_view path) const {
  std::string best;
  if (const auto found = by_stem_.find(stem_of(path)); found != by_stem_.end()) {
    for (const std::string& one : found->second) {
      const bool is_nearer = best.empty() || common_prefix(one, path) > common_prefix(best, path);
      if (is_nearer && is_same_kind(path, one)) best = one;
    }
  }
  const auto folder = by_folder_.find(kb::parent_of(path));
  const bool is_short = stem_of(path).size() < kShortestStem;
  if (!best.empty() || is_short || folder == by_folder_.end() || folder->second.size() > kMostNames)
    return best;
  std::vector<std::string_view> names;
  for (const std::string& name : folder->second) {
    if (is_same_kind(path, name)) names.push_back(name);
  }
  const std::string_view name = kb::nearest_name(path.substr(path.rfind('/') + 1), names);
  return name.empty() ? "" : kb::child_of(folder->first, name);
}

std::vector<std::string> FileNames::beside(std::string_view path) const {
  const auto folder = by_folder_.find(kb::parent_of(path));
  if (folder == by_folder_.end()) return {};
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string begin(name.substr(0, name.rfind('.')));
  std::vector<std::string> found;
  const auto& names = folder->second;
  for (auto one = std::lower_bound(names.begin(), names.end(), begin + "."); one != names.end(); ++one) {
    if (!one->starts_with(begin + ".")) break;
    if (*one != name) found.push_back(kb::child_of(folder->first, *one));
  }
  return found;
}

void FileNames::add_ends(const std::string& path) {
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
