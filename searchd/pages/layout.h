// What every page has around its own content: head, header, notices, breadcrumbs, footer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

struct Crumb {
  std::string title;
  std::string url;  // below the base path; may be "" for the page itself, which the trail does not link
};

struct Layout {
  std::string title;  // "" for the home page, which has the site's own
  std::string description;
  std::string path;   // canonical, below the base path, encoded; "" when the page has no address of its own
  std::string query;  // what stands in the search box
  std::string category;  // its notices are shown
  std::string article;   // id, of an article's page: for its notices, and to tell the contact page
  bool noindex = false;
  std::vector<Crumb> crumbs;                                      // after "home"
  std::vector<std::pair<std::string, std::string>> translations;  // language -> path of the same page
};

// The keys every template needs; the page adds its own.
View layout_view(const Visit& visit, const Layout& layout);

// The path made for every language of the site, for pages that all have: home and search.
std::vector<std::pair<std::string, std::string>> in_all_languages(const Visit& visit,
                                                                  std::string_view below_language);

}  // namespace searchd
