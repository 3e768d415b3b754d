#include "indexer/source/no_article.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 12> kPartialFolders{
    "includes", "_includes", "_layouts", "_partials",   "_snippets", "_templates",
    "_data",    "_sass",     "_site",    "_components", "_shared",   "_fragments"};
constexpr std::array<std::string_view, 12> kNotReady{"draft",   "drafts",   "private",     "internal",
                                                     "archive", "archived", "unpublished", "wip",
                                                     "hidden",  "secret",   "trash",       "todo"};
constexpr std::array<std::string_view, 16> kOfRepositories{"CLAUDE",
                                                           "GEMINI",
                                                           "TODO",
                                                           "INTERNAL",
                                                           "LICENSE",
                                                           "LICENCE",
                                                           "CONTRIBUTING",
                                                           "CODE_OF_CONDUCT",
                                                           "SECURITY",
                                                           "MAINTAINERS",
                                                           "GOVERNANCE",
                                                           "SUMMARY",
                                                           "PULL_REQUEST_TEMPLATE",
                                                           "ISSUE_TEMPLATE",
                                                           "AGENTS",
                                                           "CODEOWNERS"};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

template <typename Test>
bool has_folder(std::string_view path, Test test) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    if (test(path.substr(0, slash))) return true;
    path.remove_prefix(slash + 1);
  }
  return false;
}

bool is_old_version(std::string_view path) {
  return path.starts_with("versioned_docs/") || path.find("_versioned_docs/") != std::string_view::npos ||
         (path.starts_with("i18n/") && path.find("/version-") != std::string_view::npos);
}

}  // namespace

bool is_no_article(std::string_view path) {
  std::string_view stem = path.substr(path.rfind('/') + 1);
  stem = stem.substr(0, stem.rfind('.'));
  if (stem.starts_with('_') && stem != "_index") return true;
  if (stem.starts_with('[') && stem.ends_with(']')) return true;
  if (contains(kOfRepositories, stem)) return true;
  return has_folder(path, [](std::string_view folder) { return contains(kPartialFolders, folder); });
}

bool is_in_drafts(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.find(".draft.") != std::string_view::npos || name.find(".wip.") != std::string_view::npos)
    return true;
  return has_folder(path, [](std::string_view folder) {
    return folder.starts_with('_') && contains(kNotReady, kb::to_lower(kb::trim(folder, "_")));
  });
}

bool is_post(std::string_view path) {
  return has_folder(path, [](std::string_view folder) { return folder == "_posts"; });
}

bool is_leaf_bundle(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return path.find('/') != std::string_view::npos && name.substr(0, name.find('.')) == "index";
}

std::size_t drop_bundle_resources(std::vector<SourceFile>& articles) {
  std::set<std::string, std::less<>> bundles;  // copies, since files move below
  for (const SourceFile& file : articles) {
    if (is_leaf_bundle(file.path)) bundles.emplace(kb::parent_of(file.path));
  }
  return std::erase_if(articles, [&](const SourceFile& file) {
    std::string_view folder = kb::parent_of(file.path);
    if (is_leaf_bundle(file.path)) folder = kb::parent_of(folder);
    while (!folder.empty() && !bundles.contains(folder)) folder = kb::parent_of(folder);
    return !folder.empty();
  });
}

std::size_t drop_old_versions(std::vector<SourceFile>& articles) {
  const bool has_current = std::any_of(articles.begin(), articles.end(), [](const SourceFile& file) {
    return file.path.starts_with("docs/") || file.path.find("/current/") != std::string::npos;
  });
  return has_current
             ? std::erase_if(articles, [](const SourceFile& file) { return is_old_version(file.path); })
             : 0;
}

}  // namespace indexer
