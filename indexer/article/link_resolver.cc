#include "indexer/article/link_resolver.h"

#include <fmt/format.h>

#include <array>

#include "indexer/source/article_id.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> kPageSuffixes{"",          ".md",        ".markdown", ".mdx",
                                                        "/index.md", "/_index.md", "/README.md"};

bool has_scheme(std::string_view target) {
  const auto colon = target.find(':');
  return colon != std::string_view::npos && target.find_first_of("/?#") > colon;
}

// "en/orders" + "../setup/./x.md" -> "en/setup/x.md"; begins with ".." when it leads out, "" for the top.
std::string join(std::string_view folder, std::string_view path) {
  std::string joined = (fs::path(folder) / fs::path(path)).lexically_normal().generic_string();
  while (joined.ends_with('/')) joined.pop_back();
  return joined == "." ? "" : joined;
}

bool looks_like_article(std::string_view path) {
  const std::string extension = fold_case(fs::path(path).extension().string());
  return extension.empty() || extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

}  // namespace

struct ArticleLinks::Local {
  LinkKind kind;
  std::string_view target;  // as written
  std::string path;         // below the content folder, percent-encoding undone
  std::string fragment;
  Position at;
};

ResolvedLink ArticleLinks::resolve(LinkKind kind, std::string_view target, Position at) {
  if (has_scheme(target)) return external(kind, std::string(target), at);
  if (target.starts_with("//")) return external(kind, "https:" + std::string(target), at);
  const auto hash = target.find('#');
  std::string_view path = target.substr(0, hash);
  path = path.substr(0, path.find('?'));
  Local link{kind, target, "", "", at};
  if (hash != std::string_view::npos) link.fragment = kb::percent_decode_leniently(target.substr(hash + 1));
  if (path.empty() && !link.fragment.empty()) return to_page(*page_, link);
  if (path.starts_with('/')) {
    link.path = join("", kb::percent_decode_leniently(path.substr(
                             path.find_first_not_of('/') == std::string_view::npos ? path.size() : 1)));
    return from_root(link);
  }
  link.path = join(kb::parent_of(page_->file.path), kb::percent_decode_leniently(path));
  return local(link);
}

ResolvedLink ArticleLinks::external(LinkKind kind, std::string url, Position at) {
  ResolvedLink link;
  if (kind == LinkKind::image) {
    diags_->report("remote-image", at,
                   fmt::format("the image {} is on another server; it becomes a link", url));
    link.as_link = true;
  }
  link.markdown_url = url;
  link.url = std::move(url);
  return link;
}

// A path below base_url.
ResolvedLink ArticleLinks::below_base(const std::string& path) const {
  ResolvedLink link;
  link.url = targets_->base_path + path;
  link.markdown_url = std::string(kb::kBaseMarker) + path;
  return link;
}

const Page* ArticleLinks::find_page(const Local& link) {
  for (const std::string_view suffix : kPageSuffixes) {
    if (const Page* page = targets_->pages.by_path(link.path + std::string(suffix))) return page;
  }
  for (const std::string_view suffix : kPageSuffixes) {
    if (const Page* page = targets_->pages.by_folded_path(link.path + std::string(suffix))) {
      diags_->report("link-case", link.at,
                     fmt::format("the link '{}' differs from the file's name {} in upper and lower case",
                                 link.target, page->file.path));
      return page;
    }
  }
  return nullptr;
}

ResolvedLink ArticleLinks::local(const Local& link) {
  if (link.target.empty()) {
    diags_->report(link.kind == LinkKind::image ? "missing-image" : "missing-link", link.at,
                   "the link has no target");
    return {};
  }
  if (link.path == ".." || link.path.starts_with("../")) return missing(link);
  if (link.kind == LinkKind::link) {
    if (const Page* page = find_page(link)) return to_page(*page, link);
    if (const std::string folder = targets_->pages.folder_url(link.path); !folder.empty())
      return below_base(folder);
  }
  const Asset& asset = targets_->assets.add(link.path);
  return asset.problem == Asset::Problem::missing ? missing(link) : to_asset(asset, link);
}

// A path from the site's root: a file of the content folder, an article's URL, or something else on the same
// server, which is not ours to check.
ResolvedLink ArticleLinks::from_root(const Local& link) {
  if (link.kind == LinkKind::link) {
    if (const Page* page = targets_->pages.by_path(link.path)) return to_page(*page, link);
    const std::string url = kb::encode_path("/" + link.path);
    const std::string& base = targets_->base_path;
    const bool based = !base.empty() && url.starts_with(base + "/");
    if (const Page* page = targets_->pages.by_url(url)) return to_page(*page, link);
    if (const Page* page = based ? targets_->pages.by_url(url.substr(base.size())) : nullptr)
      return to_page(*page, link);
  }
  const Asset& asset = targets_->assets.add(link.path);
  if (asset.problem == Asset::Problem::none) return to_asset(asset, link);
  ResolvedLink kept;
  kept.url = std::string(link.target);
  kept.markdown_url = *kept.url;
  return kept;
}

ResolvedLink ArticleLinks::to_page(const Page& page, const Local& link) {
  if (!page.shown() && &page != page_) {
    diags_->report("missing-link", link.at,
                   fmt::format("the article {} {}, so nobody could follow this link", page.file.path,
                               describe(page.visibility)));
    return {};
  }
  const std::string fragment =
      link.fragment.empty() ? "" : fmt::format("#{}", kb::encode_path(link.fragment));
  if (!link.fragment.empty()) uses_.push_back({&page, link.fragment, link.at});
  ResolvedLink resolved = below_base(page.url + fragment);
  if (&page == page_ && !fragment.empty()) resolved.url = fragment;
  return resolved;
}

ResolvedLink ArticleLinks::to_asset(const Asset& asset, const Local& link) {
  using Problem = Asset::Problem;
  if (asset.problem == Problem::too_big) {
    diags_->report("file-too-big", link.at, fmt::format("{} is over 32 MiB", link.path));
  } else if (asset.problem == Problem::active) {
    diags_->report("file-type", link.at,
                   fmt::format("{} is of a kind that browsers run; it is not served", link.path));
  } else if (asset.problem == Problem::unreadable) {
    diags_->report("unreadable-file", link.at, fmt::format("the linked file {} cannot be read", link.path));
  }
  if (asset.problem != Problem::none) return {};
  ResolvedLink resolved = below_base("/assets/" + asset.name);
  if (asset.size) {
    resolved.width = asset.size->width;
    resolved.height = asset.size->height;
  }
  return resolved;
}

ResolvedLink ArticleLinks::missing(const Local& link) {
  const bool outside = link.path.starts_with("..");
  const std::string where = outside ? fmt::format("'{}' leads out of the content folder", link.target) : "";
  if (link.kind == LinkKind::image) {
    diags_->report("missing-image", link.at,
                   outside ? where : fmt::format("there is no image {}", link.path));
  } else if (looks_like_article(link.path)) {
    diags_->report("missing-link", link.at,
                   outside ? where : fmt::format("there is no article {}", link.path));
  } else {
    diags_->report("missing-file", link.at, outside ? where : fmt::format("there is no file {}", link.path));
  }
  return {};
}

}  // namespace indexer
