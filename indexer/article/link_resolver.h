// What the links, images and films of one article lead to: other articles, files beside them, or elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/media_files.h"
#include "indexer/article/target_finder.h"
#include "indexer/findings/finding.h"
#include "indexer/markdown/markdown.h"

namespace indexer {

// A link to a page or a place in it, checked when all pages are compiled.
struct AnchorUse {
  const Page* target;
  std::string anchor;  // percent-encoding undone; "" for the page
  Position at;         // of the link
};

// Used by one thread, for one article.
class ArticleLinks {
 public:
  ArticleLinks(LinkScope& targets, const Page& page, FileFindings& findings)
      : targets_(&targets), page_(&page), findings_(&findings) {}

  ResolvedLink resolve(LinkKind kind, std::string_view target, Position at);
  std::vector<AnchorUse> take_anchor_uses() { return std::move(uses_); }

 private:
  struct Local;  // a target without scheme, taken apart

  ResolvedLink external(LinkKind kind, std::string url, Position at);
  std::optional<ResolvedLink> hosted_image(const std::string& url) const;
  ResolvedLink to_found(const FoundTarget& found, const Local& link);
  ResolvedLink to_page(const Page& page, const Local& link);
  ResolvedLink to_asset(const Asset& asset, const Local& link);
  ResolvedLink to_image(const FoundTarget& found, const Local& link);
  ResolvedLink to_media(const FoundTarget& found, const Local& link);
  void set_picture(const MediaFiles& files, MediaFile& media) const;
  std::vector<Captions> captions(const MediaFiles& files) const;
  std::string asset_url(const std::string& path) const;
  ResolvedLink missing(const Local& link);
  ResolvedLink missing_from_root(const Local& link);
  std::string nearest(const Local& link) const;
  ResolvedLink below_base(const std::string& path) const;

  LinkScope* targets_;
  const Page* page_;
  FileFindings* findings_;
  std::vector<AnchorUse> uses_;
};

}  // namespace indexer
