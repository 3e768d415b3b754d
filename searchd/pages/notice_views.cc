#include "searchd/pages/notice_views.h"

#include <algorithm>
#include <chrono>

#include "kb/model/date.h"
#include "searchd/pages/layout.h"

namespace searchd {

namespace {

bool is_on_or_below(std::string_view category, std::string_view id) {
  return category == id || (category.starts_with(id) && category.substr(id.size()).starts_with("/"));
}

bool concerns(const kb::Notice& notice, const Layout& layout) {
  if (!layout.article.empty() && notice.article == layout.article) return false;
  if (layout.is_home || notice.everywhere) return true;
  return std::any_of(notice.categories.begin(), notice.categories.end(),
                     [&](const std::string& id) { return is_on_or_below(layout.category, id); });
}

std::string article_link(const Visit& visit, std::string_view id) {
  const kb::Card* card = id.empty() ? nullptr : visit.catalogue().find(id);
  return card ? visit.edition.link(card->url) : "";
}

}  // namespace

View notice_view(const Visit& visit, const kb::Notice& notice) {
  const auto fallback = visit.edition.site().languages.front();
  const auto day = std::chrono::floor<std::chrono::days>(notice.updated);
  const bool dated = notice.updated != std::chrono::sys_seconds{};
  const std::string_view kind = kb::to_string(notice.kind);
  View view;
  view.set("kind", kind);
  view.set("kind_text", visit.strings().named("notice", kind));
  view.set("title", kb::local(notice.title, visit.lang, fallback));
  view.set("text", kb::local(notice.text, visit.lang, fallback));
  view.set("url", article_link(visit, notice.article));
  view.set("updated_text",
           dated ? visit.strings().text("updated_on", {{"date", visit.strings().date(day)}}) : "");
  view.set("updated_iso", kb::format_time(notice.updated));
  return view;
}

std::vector<View> notice_views(const Visit& visit, const Layout& layout) {
  std::vector<View> list;
  for (const kb::Notice& notice : visit.edition.notices()) {
    if (list.size() < kMostNotices && concerns(notice, layout)) list.push_back(notice_view(visit, notice));
  }
  return list;
}

// What was resolved stays so after its notice has ended.
const kb::Notice* status_of(const Visit& visit, std::string_view article_id) {
  const kb::Notice* newest = nullptr;
  for (const kb::Notice& notice : visit.edition.site().notices) {
    const auto end = end_of(notice);
    const bool counts = notice.kind == kb::NoticeKind::resolved || !end || *end > visit.now;
    if (counts && notice.article == article_id && (!newest || notice.updated > newest->updated))
      newest = &notice;
  }
  return newest;
}

}  // namespace searchd
