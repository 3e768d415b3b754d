#include "searchd/pages/category_page.h"

#include <algorithm>

#include "kb/model/article.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/paging.h"
#include "searchd/pages/structured_data.h"
#include "searchd/pages/translations.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

constexpr int kOnAPage = 30;  // articles; a topic with more has a search of its own, too

std::string page_path(const kb::CategoryNode& node, int page) {
  Params params;
  if (page > 1) params.set("page", std::to_string(page));
  return with_query(node.url, params);
}

std::vector<const kb::Card*> on_page(const kb::CategoryNode& node, int page) {
  const auto total = static_cast<int>(node.articles.size());
  const auto begin = node.articles.begin() + (page - 1) * kOnAPage;
  return {begin, begin + std::min(kOnAPage, total - (page - 1) * kOnAPage)};
}

std::string own_text(const Visit& visit, const kb::CategoryNode& node) {
  const auto article = node.page ? visit.snapshot().article(visit.lang, node.page->id) : std::nullopt;
  return article ? kb::body_html(*article) : "";
}

View category_view(const Visit& visit, const kb::CategoryNode& node) {
  constexpr int kMostPages = 10'000;
  const auto total = static_cast<int>(node.articles.size());
  const Paging paging =
      make_paging(total, clamped_number(visit.params.get("page"), 1, 1, kMostPages), kOnAPage, kMostPages);
  Layout layout;
  layout.title = node.title;
  layout.description = node.description;
  layout.path = page_path(node, paging.current);
  layout.category = node.id;
  layout.crumbs = category_crumbs(visit, node.id);
  layout.translations = category_translations(visit.snapshot(), node.id);
  View view = layout_view(visit, layout);
  view.set("structured_data", category_data(visit, layout.crumbs));
  view.set("title", node.title);
  view.set("body_html", paging.current == 1 ? own_text(visit, node) : "");
  view.set("count_text", count_text(visit, node.count));
  view.set_list("subcategories",
                paging.current == 1 ? category_views(visit, node.children) : std::vector<View>{});
  view.set_list("articles", card_views(visit, on_page(node, paging.current)));
  view.set("topic_id", node.count > kOnAPage ? node.id : "");
  set_paging(view, visit, paging, [&](int page) { return visit.edition.link(page_path(node, page)); });
  return view;
}

}  // namespace

Reply category_page(const Visit& visit, const kb::CategoryNode& node) {
  return page_reply(visit, "category", category_view(visit, node));
}

}  // namespace searchd
