#include "searchd/pages/home_page.h"

#include <algorithm>

#include "kb/model/article.h"
#include "searchd/pages/cards.h"
#include "searchd/pages/layout.h"
#include "searchd/pages/structured_data.h"

namespace searchd {

namespace {

constexpr std::size_t kFeatured = 8;
constexpr std::size_t kRecent = 6;
constexpr std::size_t kQuestions = 5;
constexpr std::size_t kProducts = 12;  // shown without a click

using Cards = std::vector<const kb::Card*>;

}  // namespace

// A language without folders has no categories, so its articles are listed here, or nobody would find them.
Cards featured_cards(const kb::Catalogue& catalogue) {
  Cards cards;
  for (const kb::Card& card : catalogue.cards()) {
    if (card.featured) cards.push_back(&card);
  }
  std::stable_sort(cards.begin(), cards.end(),
                   [](const auto* a, const auto* b) { return a->weight < b->weight; });
  cards.resize(std::min(cards.size(), kFeatured));
  for (const kb::Card* card : catalogue.top_articles()) {
    if (!card->featured) cards.push_back(card);
  }
  return cards;
}

namespace {

Cards recent_cards(const kb::Catalogue& catalogue) {
  Cards cards;
  for (const kb::Card& card : catalogue.cards()) {
    if (card.updated && !card.is_folder) cards.push_back(&card);
  }
  const std::size_t shown = std::min(cards.size(), kRecent);
  std::partial_sort(cards.begin(), cards.begin() + static_cast<std::ptrdiff_t>(shown), cards.end(),
                    [](const auto* a, const auto* b) {
                      return a->updated != b->updated ? a->updated > b->updated : a->id < b->id;
                    });
  cards.resize(shown);
  return cards;
}

// Examples of how customers ask: the first question of each featured article.
std::vector<View> questions(const Visit& visit, const Cards& featured) {
  std::vector<View> list;
  for (const kb::Card* card : featured) {
    if (list.size() == kQuestions || !card->featured) break;
    const auto article = visit.snapshot().article(visit.lang, card->id);
    if (!article || article->questions.empty()) continue;
    View view;
    view.set("title", article->questions.front());
    view.set("url", visit.edition.link(card->url));
    list.push_back(std::move(view));
  }
  return list;
}

// One product leaves nothing to choose. Of many the first stand open, so that topics are not far below.
void set_products(View& view, const Visit& visit) {
  std::vector<View> list =
      views_of(visit.catalogue().products(), [&](const auto& one) { return product_view(visit, one); });
  if (list.size() < 2) list.clear();
  const auto shown = static_cast<std::ptrdiff_t>(std::min(list.size(), kProducts));
  view.set_list("more_products", std::vector<View>(list.begin() + shown, list.end()));
  list.resize(static_cast<std::size_t>(shown));
  view.set_list("products", std::move(list));
}

View home_view(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  Layout layout;
  layout.is_home = true;
  layout.description = kb::local(site.description, visit.lang, site.languages.front());
  layout.path = "/" + visit.lang + "/";
  layout.translations = in_all_languages(visit.edition.site(), "/");
  const Cards featured = featured_cards(visit.catalogue());
  View view = layout_view(visit, layout);
  view.set("structured_data", home_data(visit));
  view.set("title", visit.strings().text("home_title"));
  view.set("intro", visit.strings().text("home_intro"));
  view.set_list("categories", category_views(visit, visit.catalogue().top_categories()));
  set_products(view, visit);
  view.set_list("featured", card_views(visit, featured));
  view.set_list("recent", card_views(visit, recent_cards(visit.catalogue())));
  view.set_list("questions", questions(visit, featured));
  return view;
}

}  // namespace

Reply home_page(const Visit& visit) { return page_reply(visit, "home", home_view(visit)); }

}  // namespace searchd
