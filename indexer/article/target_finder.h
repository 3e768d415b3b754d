// Where the target of a link or image may lie: as it is written, and as the tools that people come from read
// it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/asset_store.h"
#include "indexer/article/include_files.h"
#include "indexer/article/pages.h"
#include "indexer/config/site_data.h"
#include "indexer/source/file_names.h"

namespace indexer {

// What all articles share.
struct LinkScope {
  const PageTable& pages;
  AssetStore& assets;
  const FileNames& names;
  std::string base_path;                        // "/help" or ""
  std::set<std::string, std::less<>> prefixes;  // see find_site_prefixes
  std::vector<std::string> external_paths;      // globs of paths of the server that are not ours
  const IncludeFiles* includes = nullptr;       // none: nothing is brought in
  const SiteData* data = nullptr;
  std::vector<std::string> image_hosts = {};  // whose images are shown
  bool is_sphinx = false;                     // the folder is one of Sphinx
};

// At most one of the three is set.
struct FoundTarget {
  const Page* page = nullptr;
  std::string folder_url;        // of a category
  const Asset* asset = nullptr;  // that is there, whether or not it may be served
  std::string asset_path;        // where that lies
  bool is_other_case = false;    // found under a name of other upper and lower case
  explicit operator bool() const { return page != nullptr || !folder_url.empty() || asset != nullptr; }
};

enum class Wanted { article, file };  // an article may be a file, too: a download

class TargetFinder {
 public:
  TargetFinder(const LinkScope& targets, const Page& page) : targets_(&targets), page_(&page) {}

  // `path` is relative to the article's file. Tried: beside the file; as from the article's address, which
  // other tools end with a slash; with other case or accents encoded otherwise.
  FoundTarget relative(std::string_view path, Wanted wanted) const;

  // `path` is from the root, without its slash: an article's address, a file from the top of the folder, one
  // in static/, public/, assets/ or src/ there or in a folder that the article lies in, an article of the
  // page's own language, and all that again below a prefix of the site. Never an article of another language,
  // unless its file or address is written out.
  FoundTarget from_root(std::string_view path, Wanted wanted) const;

 private:
  FoundTarget at(const std::string& path, Wanted wanted) const;
  FoundTarget in_other_case(const std::string& path, Wanted wanted) const;
  FoundTarget in_own_language(std::string_view path) const;
  FoundTarget below_root(std::string_view path, Wanted wanted) const;
  const Page* by_address(std::string_view path) const;
  bool is_own_language(const FoundTarget& found) const;

  const LinkScope* targets_;
  const Page* page_;
};

// "en/orders" + "../setup/./x.md" -> "en/setup/x.md"; begins with ".." when it leads out, "" for the top.
std::string join_path(std::string_view folder, std::string_view path);

// First parts of paths from the root that stand for the whole site, as in `/docs/setup` for setup.md: those
// behind which most links of all pages find an article.
std::set<std::string, std::less<>> find_site_prefixes(const std::vector<const Page*>& pages,
                                                      const PageTable& table);

}  // namespace indexer
