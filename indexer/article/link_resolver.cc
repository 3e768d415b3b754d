#include "indexer/article/link_resolver.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/article/alert_titles.h"
#include "indexer/inline/images.h"
#include "indexer/markdown/markdown_html.h"
#include "indexer/source/article_id.h"
#include "indexer/source/glob.h"
#include "kb/model/image_hosts.h"
#include "kb/model/language_name.h"
#include "kb/model/web_address.h"
#include "kb/text/language_tag.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargeMedia = 16U * 1024 * 1024;  // half of what a file may have

bool has_scheme(std::string_view target) {
  const auto colon = target.find(':');
  return colon != std::string_view::npos && target.find_first_of("/?#") > colon;
}

// "/img/x.png" of that, of Docusaurus' `@site/img/x.png`, and of `~/` and `@/`, which bundlers take for the
// root of the sources; "" for a relative path.
std::string_view path_from_root(std::string_view path) {
  for (const std::string_view alias : {"@site", "~", "@"}) {
    if (path.starts_with(alias) && path.substr(alias.size()).starts_with('/'))
      path.remove_prefix(alias.size());
  }
  return path.starts_with('/') ? path : std::string_view{};
}

bool matches_any(std::string_view path, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) {
    return matches_glob(pattern.substr(pattern.starts_with('/') ? 1 : 0), path);
  });
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
  std::string_view written = target.substr(0, hash);
  written = written.substr(0, written.find('?'));
  Local link{kind, target, "", "", at};
  if (hash != std::string_view::npos) link.fragment = kb::percent_decode_leniently(target.substr(hash + 1));
  if (written.empty() && !link.fragment.empty()) return to_page(*page_, link);
  if (written.empty()) return missing(link);
  const std::string path = kb::percent_decode_leniently(written);
  const TargetFinder finder(*targets_, *page_);
  const Wanted wanted = kind == LinkKind::link ? Wanted::article : Wanted::file;
  if (const std::string_view root = path_from_root(path); !root.empty()) {
    link.path = join_path("", root.substr(1));
    const FoundTarget found = finder.from_root(link.path, wanted);
    return found ? to_found(found, link) : missing_from_root(link);
  }
  link.path = join_path(kb::parent_of(page_->file.path), path);
  const FoundTarget found = finder.relative(path, wanted);
  return found ? to_found(found, link) : missing(link);
}

ResolvedLink ArticleLinks::to_found(const FoundTarget& found, const Local& link) {
  if (found.is_other_case) {
    const std::string name = found.page != nullptr ? found.page->file.path : targets_->names.same(link.path);
    findings_->report("link-case", link.at,
                      fmt::format("the link '{}' differs from the file's name {} in upper and lower case",
                                  link.target, name));
  }
  if (found.page != nullptr) return to_page(*found.page, link);
  if (found.asset == nullptr) return below_base(found.folder_url);
  if (link.kind == LinkKind::media) return to_media(found, link);
  return link.kind == LinkKind::image ? to_image(found, link) : to_asset(*found.asset, link);
}

ResolvedLink ArticleLinks::external(LinkKind kind, std::string url, Position at) {
  ResolvedLink link;
  if (kind == LinkKind::image) {
    if (auto shown = hosted_image(url)) return *std::move(shown);
    findings_->report("remote-image", at,
                      fmt::format("the image {} is on another server; it becomes a link", url));
    link.as_link = true;
  }
  link.markdown_url = url;
  link.url = std::move(url);
  return link;
}

// An image of a host that site.yaml names, always by https.
std::optional<ResolvedLink> ArticleLinks::hosted_image(const std::string& url) const {
  const auto address = kb::parse_web_address(url);
  if (!address || !kb::is_image_host(address->host, targets_->image_hosts)) return std::nullopt;
  ResolvedLink link;
  link.remote = true;
  link.url = "https://" + address->host + address->path;
  link.markdown_url = *link.url;
  return link;
}

// A path below base_url.
ResolvedLink ArticleLinks::below_base(const std::string& path) const {
  ResolvedLink link;
  link.url = targets_->base_path + path;
  link.markdown_url = std::string(kb::kBaseMarker) + path;
  return link;
}

ResolvedLink ArticleLinks::to_page(const Page& page, const Local& link) {
  if (!page.published() && &page != page_) {
    findings_->report("missing-link", link.at,
                      fmt::format("the article {} {}, so nobody could follow this link", page.file.path,
                                  describe(page.visibility)));
    return {};
  }
  const std::string fragment =
      link.fragment.empty() ? "" : fmt::format("#{}", kb::encode_path(link.fragment));
  uses_.push_back({&page, link.fragment, link.at});
  ResolvedLink resolved = below_base(page.url + fragment);
  if (&page == page_ && !fragment.empty()) resolved.url = fragment;
  return resolved;
}

ResolvedLink ArticleLinks::to_asset(const Asset& asset, const Local& link) {
  using Problem = Asset::Problem;
  if (asset.problem == Problem::too_big) {
    findings_->report("file-too-big", link.at, fmt::format("{} is over 32 MiB", link.path));
  } else if (asset.problem == Problem::active) {
    findings_->report("file-type", link.at,
                      fmt::format("{} is of a kind that browsers run; it is not served", link.path));
  } else if (asset.problem == Problem::unreadable) {
    findings_->report("unreadable-file", link.at,
                      fmt::format("the linked file {} cannot be read", link.path));
  }
  if (asset.problem != Problem::none) return {};
  ResolvedLink resolved = below_base("/assets/" + asset.name);
  if (asset.size) {
    resolved.width = asset.size->width;
    resolved.height = asset.size->height;
  }
  return resolved;
}

// With its smaller copies. The image itself stays among them when the widest copy may be too narrow.
ResolvedLink ArticleLinks::to_image(const FoundTarget& found, const Local& link) {
  ResolvedLink resolved = to_asset(*found.asset, link);
  if (!resolved.url) return resolved;
  const ImageCopies& copies = targets_->assets.copies(found.asset_path);
  if (copies.failed) {
    findings_->report(
        "image-not-resized", link.at,
        fmt::format("vipsthumbnail makes no smaller copies of {}, which is served as it is", link.path));
  }
  const auto add = [&](const std::string& url, int width) {
    resolved.srcset += fmt::format("{}{} {}w", resolved.srcset.empty() ? "" : ", ", url, width);
  };
  for (const ImageCopy& copy : copies.list) add(*below_base("/assets/" + copy.name).url, copy.width);
  if (!copies.list.empty() && copies.list.back().width < std::min(resolved.width, kWidestCopy))
    add(*resolved.url, resolved.width);
  return resolved;
}

// "" for a file that cannot be served.
std::string ArticleLinks::asset_url(const std::string& path) const {
  const Asset& asset = targets_->assets.add(path);
  return asset.problem == Asset::Problem::none ? *below_base("/assets/" + asset.name).url : "";
}

ResolvedLink ArticleLinks::to_media(const FoundTarget& found, const Local& link) {
  ResolvedLink resolved = to_asset(*found.asset, link);
  if (!resolved.url || !has_player(found.asset_path)) return resolved;
  if (found.asset->bytes > kLargeMedia) {
    findings_->report("media-too-large", link.at,
                      fmt::format("{} has {} MiB; on a phone that takes long and costs money", link.path,
                                  found.asset->bytes >> 20U));
  }
  const MediaFiles files = find_media_files(found.asset_path, targets_->names, page_->lang);
  MediaFile media;
  media.is_sound = is_sound(found.asset_path);
  if (!media.is_sound) set_picture(files, media);
  if (!files.transcript.empty()) media.transcript = asset_url(files.transcript);
  if (files.transcript_lang != page_->lang) media.transcript_lang = files.transcript_lang;
  media.transcript_words = word(alert_titles(page_->lang), "transcript");
  resolved.media = std::move(media);
  return resolved;
}

void ArticleLinks::set_picture(const MediaFiles& files, MediaFile& media) const {
  media.captions = captions(files);
  media.poster = files.poster.empty() ? "" : asset_url(files.poster);
  if (media.poster.empty()) return;
  const ImageSize size = targets_->assets.add(files.poster).size.value_or(ImageSize{});
  media.width = size.width;
  media.height = size.height;
}

// Those in the page's language, or a form of it, are shown unless the reader chooses others.
std::vector<Captions> ArticleLinks::captions(const MediaFiles& files) const {
  std::vector<Captions> all;
  for (const auto& [lang, path] : files.captions) {
    std::string url = all.size() < kMostCaptions ? asset_url(path) : "";
    if (!url.empty()) all.push_back({std::move(url), lang, kb::own_language_name(lang)});
  }
  auto shown =
      std::find_if(all.begin(), all.end(), [&](const Captions& one) { return one.lang == page_->lang; });
  if (shown == all.end()) {
    shown = std::find_if(all.begin(), all.end(), [&](const Captions& one) {
      return kb::base_language(one.lang) == kb::base_language(page_->lang);
    });
  }
  if (shown != all.end()) shown->is_default = true;
  return all;
}

std::string ArticleLinks::nearest(const Local& link) const {
  const std::string near = targets_->names.nearest(link.path);
  return near.empty() ? "" : fmt::format("; the nearest is {}", near);
}

ResolvedLink ArticleLinks::missing(const Local& link) {
  const bool is_image = link.kind == LinkKind::image;
  const std::string_view rule = is_image                        ? "missing-image"
                                : looks_like_article(link.path) ? "missing-link"
                                                                : "missing-file";
  const std::string_view what = is_image ? "image" : rule == "missing-link" ? "article" : "file";
  std::string message = fmt::format("there is no {} {}{}", what, link.path, nearest(link));
  if (link.target.empty()) message = "the link has no target";
  if (link.path.starts_with("..")) message = fmt::format("'{}' leads out of the content folder", link.target);
  findings_->report(rule, link.at, std::move(message));
  return {};
}

// The server may have other pages than ours: the link is kept, and said to be one unless that is known.
ResolvedLink ArticleLinks::missing_from_root(const Local& link) {
  if (link.kind == LinkKind::image) return missing(link);
  const std::string path = "/" + link.path;
  const std::string& base = targets_->base_path;
  const bool is_outside = !base.empty() && path != base && !path.starts_with(base + "/");
  if (!is_outside && !matches_any(link.path, targets_->external_paths)) {
    findings_->report(
        "missing-link-from-root", link.at,
        fmt::format("there is no article or file for {}{}; name it under external_paths in site.yaml if "
                    "it is another page of your server",
                    path, nearest(link)));
  }
  ResolvedLink kept;
  kept.url = std::string(link.target);
  kept.markdown_url = *kept.url;
  return kept;
}

}  // namespace indexer
