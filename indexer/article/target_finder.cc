#include "indexer/article/target_finder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "indexer/source/article_id.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> kPageSuffixes{"",          ".md",        ".markdown", ".mdx",
                                                        "/index.md", "/_index.md", "/README.md"};

// Where site generators keep files that they serve from the root.
constexpr std::array<std::string_view, 5> kFileFolders{"", "static", "public", "assets", "src"};

bool leads_out(std::string_view path) { return path == ".." || path.starts_with("../"); }

std::string_view without_html(std::string_view path) {
  for (const std::string_view extension : {".html", ".htm"}) {
    if (path.ends_with(extension)) path.remove_suffix(extension.size());
  }
  return path;
}

// The folder that other tools serve the page as: "guide/setup" for guide/setup.md; "" for a folder's own
// page, whose address is the folder's.
std::string address_folder(const Page& page) {
  if (page.id.is_folder) return "";
  return page.file.path.substr(0, page.file.path.rfind('.'));
}

std::string id_of(std::string_view path) { return id_from_path(std::string(path) + "/index.md").category; }

// The targets of a text's links from the root: `](/docs/x#y)`, `href="/docs/x"`.
template <typename Visit>
void for_each_root_link(std::string_view text, Visit visit) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    const std::string_view before = text.substr(0, at);
    if (!before.ends_with("](") && !before.ends_with("href=\"") && !before.ends_with("]: ")) continue;
    const std::size_t end = std::min(text.find_first_of(")#?\"' \n", at), text.size());
    visit(text.substr(at + 1, end - at - 1));
  }
}

bool is_article_at(std::string_view path, const Page& from, const PageTable& table) {
  return table.by_id(from.lang, id_of(without_html(path))) != nullptr || table.by_path(path) != nullptr;
}

}  // namespace

std::string join_path(std::string_view folder, std::string_view path) {
  std::string joined = (fs::path(folder) / fs::path(path)).lexically_normal().generic_string();
  while (joined.ends_with('/')) joined.pop_back();
  return joined == "." ? "" : joined;
}

FoundTarget TargetFinder::at(const std::string& path, Wanted wanted) const {
  FoundTarget found;
  if (leads_out(path)) return found;
  if (wanted == Wanted::article) {
    for (const std::string_view suffix : kPageSuffixes) {
      found.page = targets_->pages.by_path(path + std::string(suffix));
      if (found.page != nullptr) return found;
    }
    found.folder_url = targets_->pages.folder_url(path);
    if (!found.folder_url.empty()) return found;
  }
  const Asset& asset = targets_->assets.add(path);
  if (asset.problem == Asset::Problem::none) found.asset = &asset;
  const std::string_view stem = without_html(path);
  if (!found && wanted == Wanted::article && stem.size() < path.size()) {
    found.page = targets_->pages.by_path(std::string(stem) + ".md");
    if (found.page != nullptr) return found;
  }
  // Something that cannot be served: named as such, if nothing else is found under this name.
  if (!found && asset.problem != Asset::Problem::missing) found.asset = &asset;
  if (found.asset != nullptr) found.asset_path = path;
  return found;
}

FoundTarget TargetFinder::in_other_case(const std::string& path, Wanted wanted) const {
  FoundTarget found;
  for (const std::string_view suffix : kPageSuffixes) {
    if (wanted == Wanted::article) found.page = targets_->pages.by_folded_path(path + std::string(suffix));
    if (found.page != nullptr) break;
  }
  const std::string real = found.page != nullptr ? found.page->file.path : targets_->names.same(path);
  if (found.page == nullptr && !real.empty()) found = at(real, wanted);
  // Two ways to encode an accent look the same to everybody; another case does not.
  found.is_other_case = found && real.compare(0, path.size(), path) != 0 &&
                        fold_case(real.substr(0, path.size())) == fold_case(path);
  return found;
}

FoundTarget TargetFinder::relative(std::string_view path, Wanted wanted) const {
  const std::string beside = join_path(kb::parent_of(page_->file.path), path);
  if (FoundTarget found = at(beside, wanted)) return found;
  const std::string folder = address_folder(*page_);
  const std::string from_address = folder.empty() ? beside : join_path(folder, path);
  if (FoundTarget found = at(from_address, wanted)) return found;
  if (FoundTarget found = in_other_case(beside, wanted)) return found;
  return in_other_case(from_address, wanted);
}

const Page* TargetFinder::by_address(std::string_view path) const {
  const std::string url = kb::encode_path("/" + std::string(path));
  if (const Page* page = targets_->pages.by_url(url)) return page;
  const std::string& base = targets_->base_path;
  const bool is_based = !base.empty() && url.starts_with(base + "/");
  const Page* based = is_based ? targets_->pages.by_url(url.substr(base.size())) : nullptr;
  return based != nullptr ? based : targets_->pages.by_alias("/" + std::string(path));
}

FoundTarget TargetFinder::in_own_language(std::string_view path) const {
  FoundTarget found;
  const auto slash = path.find('/');
  // `/pt-br/x` on a page in pt-BR.
  if (language_code(path.substr(0, slash)) == page_->lang)
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  const std::string id = id_of(without_html(path));
  found.page = targets_->pages.by_id(page_->lang, id);
  // By the address that its front matter gives it.
  if (found.page == nullptr) {
    const std::string url = category_url(page_->lang, id);
    found.page = targets_->pages.by_url(std::string_view(url).substr(0, url.size() - 1));
  }
  if (found.page == nullptr && targets_->pages.is_folder_url(category_url(page_->lang, id)))
    found.folder_url = category_url(page_->lang, id);
  return found;
}

bool TargetFinder::is_own_language(const FoundTarget& found) const {
  if (found.page != nullptr) return found.page->lang == page_->lang;
  return found.folder_url.empty() || found.folder_url.starts_with("/" + page_->lang + "/");
}

FoundTarget TargetFinder::below_root(std::string_view path, Wanted wanted) const {
  for (std::string_view above = page_->file.path;;) {
    above = kb::parent_of(above);
    for (const std::string_view folder : kFileFolders) {
      FoundTarget found = at(join_path(join_path(above, folder), path), wanted);
      if (found && is_own_language(found)) return found;
    }
    if (above.empty()) break;
  }
  return wanted == Wanted::article ? in_own_language(path) : FoundTarget{};
}

FoundTarget TargetFinder::from_root(std::string_view path, Wanted wanted) const {
  FoundTarget found;
  while (path.ends_with('/')) path.remove_suffix(1);
  if (wanted == Wanted::article) {
    found.page = targets_->pages.by_path(path);
    if (found.page == nullptr) found.page = by_address(path);
    if (found) return found;
    found = in_own_language(path);
    if (found) return found;
  }
  found = below_root(path, wanted);
  const std::size_t slash = path.find('/');
  if (!found && targets_->prefixes.contains(path.substr(0, slash)))
    found = below_root(slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1), wanted);
  return found ? found : in_other_case(std::string(path), wanted);
}

std::set<std::string, std::less<>> find_site_prefixes(const std::vector<const Page*>& pages,
                                                      const PageTable& table) {
  constexpr std::array<std::string_view, 12> kUsual{"docs",     "doc",   "help",   "support",
                                                    "kb",       "guide", "guides", "manual",
                                                    "handbook", "learn", "wiki",   "documentation"};
  struct Count {
    std::size_t all = 0;
    std::set<std::string, std::less<>> found;  // different targets
  };
  std::map<std::string, Count, std::less<>> counts;
  for (const Page* page : pages) {
    for_each_root_link(page->file.text, [&](std::string_view path) {
      const std::size_t slash = path.find('/');
      if (slash == std::string_view::npos || is_article_at(path, *page, table)) return;
      Count& count = counts[std::string(path.substr(0, slash))];
      ++count.all;
      if (is_article_at(path.substr(slash + 1), *page, table)) count.found.emplace(path);
    });
  }
  std::set<std::string, std::less<>> prefixes;
  for (const auto& [prefix, count] : counts) {
    const bool is_usual = std::find(kUsual.begin(), kUsual.end(), prefix) != kUsual.end();
    const std::size_t least = is_usual ? 1 : 3;  // `/shop/returns` is no article although returns.md is there
    if (count.found.size() >= least && 2 * count.found.size() >= count.all) prefixes.insert(prefix);
  }
  return prefixes;
}

}  // namespace indexer
