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
  std::string title;  // "" for the home page, whose title is the site's
  std::string description;
  std::string path;   // canonical, below the base path, encoded; "" when the page has no address of its own
  std::string query;  // the text in the search box
  bool is_home = false;  // all notices are shown
  std::string category;  // its notices are shown
  std::string article;   // id on an article's page, for its notices and for the link to the contact page
  bool noindex = false;
  std::vector<Crumb> crumbs;  // from the home page to this one; empty where none are shown
  Translations translations;
};

// The values that every template needs. The page adds its own.
View layout_view(const Visit& visit, const Layout& layout);

}  // namespace searchd
