#include "searchd/pages/category_page.h"

#include "kb/model/article.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/structured_data.h"
#include "searchd/pages/translations.h"

namespace searchd {

namespace {

std::string own_text(const Visit& visit, const kb::CategoryNode& node) {
  const auto article = node.page ? visit.snapshot().article(visit.lang, node.page->id) : std::nullopt;
  return article ? kb::body_html(*article) : "";
}

View category_view(const Visit& visit, const kb::CategoryNode& node) {
  Layout layout;
  layout.title = node.title;
  layout.description = node.description;
  layout.path = node.url;
  layout.category = node.id;
  layout.crumbs = category_crumbs(visit, node.id);
  layout.translations = category_translations(visit.snapshot(), node.id);
  View view = layout_view(visit, layout);
  view.set("structured_data", category_data(visit, layout.crumbs));
  view.set("title", node.title);
  view.set("body_html", own_text(visit, node));
  view.set("count_text", count_text(visit, node.count));
  view.set_list("subcategories", category_views(visit, node.children));
  view.set_list("articles", card_views(visit, node.articles));
  return view;
}

}  // namespace

Reply category_page(const Visit& visit, const kb::CategoryNode& node) {
  return page_reply(visit, "category", category_view(visit, node));
}

}  // namespace searchd
