#include "indexer/navigation/article_files.h"

#include <algorithm>

#include "indexer/article/target_finder.h"
#include "indexer/markdown/links.h"
#include "indexer/source/tool_paths.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

using Kind = FoundEntry::Kind;

std::string_view without_extension(std::string_view path) { return path.substr(0, path.rfind('.')); }

// What a document's front matter calls it; "" when it does not.
std::string_view own_id(const SourceFile& file) {
  const std::string_view text = file.text;
  const std::string_view head = text.starts_with("---\n") ? text.substr(0, text.find("\n---", 3)) : "";
  const std::size_t at = head.find("\nid:");
  if (at == std::string_view::npos) return {};
  const std::string_view line = head.substr(at + 4, head.find('\n', at + 4) - at - 4);
  return kb::trim(line, " \t\"'");
}

// "docs/setup/install" for docs/01-setup/2_install.md.
std::string doc_id(const SourceFile& file) {
  std::string id;
  std::string_view path = without_extension(file.path);
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    id += std::string(without_order_number(path.substr(0, slash))) + "/";
    path.remove_prefix(slash + 1);
  }
  const std::string_view own = own_id(file);
  return id + std::string(own.empty() ? without_order_number(path) : own);
}

bool leads_elsewhere(std::string_view target) {
  return target.starts_with('!') || target.starts_with("//") || target.find('*') != std::string_view::npos ||
         !url_scheme(target).empty();
}

}  // namespace

void ArticleFiles::add(const SourceFile& file) {
  paths_.insert(file.path);
  by_doc_id_.emplace(doc_id(file), file.path);
  for (auto folder = kb::parent_of(file.path); !folder.empty(); folder = kb::parent_of(folder))
    folders_.emplace(folder);
}

FoundEntry ArticleFiles::at(const std::string& path) const {
  for (const std::string_view extension : {"", ".md", ".mdx", ".markdown"}) {
    if (paths_.contains(path + std::string(extension))) return {Kind::article, path + std::string(extension)};
  }
  if (const auto found = by_doc_id_.find(path); found != by_doc_id_.end())
    return {Kind::article, found->second};
  if (folders_.contains(path)) return {Kind::folder, path};
  if (path.ends_with("/toc.yml")) return at(std::string(kb::parent_of(path)));
  if (path.ends_with(".html")) return at(std::string(without_extension(path)));
  const bool is_there = root_->resolve(path).problem != ContentTarget::Problem::missing;
  return {is_there ? Kind::other : Kind::none, ""};
}

FoundEntry ArticleFiles::find(const std::string& base, std::string_view target) const {
  if (leads_elsewhere(target)) return {Kind::other, ""};
  std::string path = kb::percent_decode_leniently(target.substr(0, target.find_first_of("#?")));
  path.erase(0, path.starts_with("~/") ? 2 : path.find_first_not_of('/'));
  if (path.empty()) return {Kind::other, ""};
  path = join_path(base, path);
  if (path == ".." || path.starts_with("../")) return {};
  return at(path);
}

std::vector<FoundEntry> ArticleFiles::children(std::string_view folder) const {
  std::vector<FoundEntry> found;
  const std::string below = folder.empty() ? "" : std::string(folder) + "/";
  const auto add = [&](const auto& paths, Kind kind) {
    for (auto at = paths.lower_bound(below); at != paths.end() && at->starts_with(below); ++at) {
      if (kb::parent_of(*at) == folder) found.push_back({kind, *at});
    }
  };
  add(folders_, Kind::folder);
  add(paths_, Kind::article);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return found;
}

}  // namespace indexer
