#include "searchd/pages/breadcrumbs.h"

#include <algorithm>

#include "kb/text/paths.h"

namespace searchd {

std::vector<Crumb> category_crumbs(const Visit& visit, std::string_view category) {
  std::vector<Crumb> crumbs;
  for (; !category.empty(); category = kb::parent_of(category)) {
    if (const kb::CategoryNode* node = visit.catalogue().category(category))
      crumbs.push_back({node->title, node->url});
  }
  crumbs.push_back({std::string(kb::local(visit.edition.site().title, visit.lang)), "/" + visit.lang + "/"});
  std::reverse(crumbs.begin(), crumbs.end());
  return crumbs;
}

}  // namespace searchd
