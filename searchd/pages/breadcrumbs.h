// The way from the home page to a page: shown above it, and told to search engines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/visit/visit.h"

namespace searchd {

struct Crumb {
  std::string title;
  std::string url;  // below the base path; may be "" for the page itself, which the trail does not link
};

// Home and the folders down to this one, itself included; only home for "".
std::vector<Crumb> category_crumbs(const Visit& visit, std::string_view category);

}  // namespace searchd
