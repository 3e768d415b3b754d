#include "searchd/pages/status_page.h"

#include <algorithm>

#include "searchd/pages/layout.h"
#include "searchd/pages/notice_views.h"

namespace searchd {

namespace {

using Notices = std::vector<const kb::Notice*>;

// What is broken now stands before what is known, and the newest first.
bool comes_first(const kb::Notice* a, const kb::Notice* b) {
  return a->kind != b->kind ? a->kind < b->kind : a->updated > b->updated;
}

std::vector<View> views(const Visit& visit, bool resolved) {
  Notices list;
  for (const kb::Notice& notice : visit.edition.notices()) {
    if ((notice.kind == kb::NoticeKind::resolved) == resolved) list.push_back(&notice);
  }
  std::stable_sort(list.begin(), list.end(), comes_first);
  return views_of(list, [&](const kb::Notice* notice) { return notice_view(visit, *notice); });
}

}  // namespace

Reply status_page(const Visit& visit) {
  Layout layout;
  layout.title = visit.strings().text("status_title");
  layout.path = "/" + visit.lang + "/status";
  layout.crumbs = category_crumbs(visit, "");
  layout.crumbs.push_back({layout.title, ""});
  layout.translations = in_all_languages(visit.edition.site(), "/status");
  View view = layout_view(visit, layout);
  view.set("title", layout.title);
  view.set_list("open", views(visit, false));
  view.set_list("past", views(visit, true));
  view.set("status_feed_url", visit.edition.link("/" + visit.lang + "/status.atom"));
  return page_reply(visit, "status", view);
}

}  // namespace searchd
