// sitemap.xml lists every page with its date and translations, for search engines. See sitemaps.org.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "searchd/discovery/site_pages.h"
#include "searchd/visit/visit.h"

namespace searchd {

// A site too large for one file gets an index of its parts here.
Reply sitemap(const Visit& visit);
// sitemap-1.xml and so on; `rest` is "1.xml".
Reply sitemap_part(const Visit& visit);

struct SitemapLimits {
  std::size_t pages = 50'000;     // the protocol's limit
  std::size_t bytes = 7'000'000;  // the protocol allows 50 MB, but the page cache keeps at most 8 MB
};

// The first page and the number of pages of each part. `root` is the absolute URL that every address begins
// with.
std::vector<std::pair<std::size_t, std::size_t>> sitemap_parts(const std::vector<SitePage>& pages,
                                                               std::string_view root,
                                                               const SitemapLimits& limits = {});

}  // namespace searchd
