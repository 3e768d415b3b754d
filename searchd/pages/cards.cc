#include "searchd/pages/cards.h"

#include "kb/model/article.h"
#include "kb/model/date.h"
#include "searchd/http/url.h"

namespace searchd {

void set_updated(View& view, const Visit& visit, std::optional<std::chrono::sys_days> updated) {
  const Strings& strings = visit.strings();
  view.set("updated_text", updated ? strings.text("updated_on", {{"date", strings.date(*updated)}}) : "");
  view.set("updated_iso", updated ? kb::format_date(*updated) : "");
}

View card_view(const Visit& visit, const kb::Card& card) {
  const kb::CategoryNode* category = visit.snapshot().catalogue(card.lang).category(card.category);
  const bool foreign = card.lang != visit.lang;
  View view;
  view.set("foreign_lang", foreign ? card.lang : "");
  view.set("foreign_dir", foreign ? direction_of(card.lang) : "");
  view.set("language_name", foreign ? visit.edition.theme().own_name(card.lang) : "");
  view.set("title", card.title);
  view.set("url", visit.edition.link(card.url));
  view.set("description", card.description);
  view.set("type", kb::to_string(card.type));
  view.set("category_title", category ? category->title : "");
  set_updated(view, visit, card.updated);
  return view;
}

std::vector<View> card_views(const Visit& visit, const std::vector<const kb::Card*>& cards) {
  return views_of(cards, [&](const kb::Card* card) { return card_view(visit, *card); });
}

std::string count_text(const Visit& visit, int count) {
  if (count == 0) return "";
  return visit.strings().plural("articles_count", count);
}

View product_view(const Visit& visit, const kb::ProductNode& product) {
  Params params;
  params.set("product", product.id);
  View view;
  view.set("title", product.title);
  view.set("description", product.description);
  view.set("icon", product.icon);
  view.set("url", visit.edition.link(with_query("/" + visit.lang + "/search", params)));
  view.set("count_text", count_text(visit, product.count));
  return view;
}

std::vector<View> category_views(const Visit& visit, const std::vector<std::string>& ids) {
  std::vector<View> list;
  for (const std::string& id : ids) {
    const kb::CategoryNode* node = visit.catalogue().category(id);
    if (!node) continue;
    View view;
    view.set("title", node->title);
    view.set("description", node->description);
    view.set("url", visit.edition.link(node->url));
    view.set("icon", node->icon);
    view.set("count_text", count_text(visit, node->count));
    list.push_back(std::move(view));
  }
  return list;
}

}  // namespace searchd
