// The files that site.yaml's theme names: its images become assets, its style a part of the site.
#pragma once

#include "indexer/article/asset_store.h"
#include "indexer/config/site_config.h"
#include "indexer/source/content_root.h"

namespace indexer {

inline constexpr std::uintmax_t kMaxStyleBytes = 64U * 1024;

// Sets what `theme` has of files. What is missing, unreadable or may not be used is reported and left out:
// under "missing-image", "theme-file" and "theme-contrast".
void add_theme_files(const SiteConfig& config, const ContentRoot& root, AssetStore& assets,
                     kb::SiteTheme& theme, std::vector<Finding>& findings);

}  // namespace indexer
