// What every page has around its own content: head, header, notices, breadcrumbs, footer.
#pragma once

#include <string>
#include <vector>

#include "searchd/pages/breadcrumbs.h"
#include "searchd/pages/translations.h"
#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

struct Layout {
  std::string title;  // "" for the home page, which has the site's own
  std::string description;
  std::string path;   // canonical, below the base path, encoded; "" when the page has no address of its own
  std::string query;  // what stands in the search box
  std::string category;  // its notices are shown
  std::string article;   // id, of an article's page: for its notices, and to tell the contact page
  bool noindex = false;
  std::vector<Crumb> crumbs;  // from home to the page itself; empty: none are shown
  Translations translations;
};

// The keys every template needs; the page adds its own.
View layout_view(const Visit& visit, const Layout& layout);

}  // namespace searchd
