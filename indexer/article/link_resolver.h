// What the links and images of one article lead to: other articles, files beside them, or elsewhere.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/asset_store.h"
#include "indexer/article/file_names.h"
#include "indexer/article/pages.h"
#include "indexer/findings/diagnostics.h"
#include "indexer/markdown/markdown.h"

namespace indexer {

// A link to a place in a page, checked when all pages are compiled.
struct AnchorUse {
  const Page* target;
  std::string anchor;  // percent-encoding undone
  Position at;         // of the link
};

// What all articles share.
struct LinkTargets {
  const PageTable& pages;
  AssetStore& assets;
  std::string base_path;  // "/help" or ""
  FileNames names = {};   // what wiki links may name
};

// Used by one thread, for one article.
class ArticleLinks {
 public:
  ArticleLinks(LinkTargets& targets, const Page& page, Diagnostics& diags)
      : targets_(&targets), page_(&page), diags_(&diags) {}

  ResolvedLink resolve(LinkKind kind, std::string_view target, Position at);
  std::vector<AnchorUse> take_anchor_uses() { return std::move(uses_); }

 private:
  struct Local;  // a target without scheme, taken apart

  ResolvedLink external(LinkKind kind, std::string url, Position at);
  ResolvedLink local(const Local& link);
  ResolvedLink from_root(const Local& link);
  ResolvedLink to_page(const Page& page, const Local& link);
  ResolvedLink to_asset(const Asset& asset, const Local& link);
  ResolvedLink missing(const Local& link);
  const Page* find_page(const Local& link);
  ResolvedLink below_base(const std::string& path) const;

  LinkTargets* targets_;
  const Page* page_;
  Diagnostics* diags_;
  std::vector<AnchorUse> uses_;
};

}  // namespace indexer
