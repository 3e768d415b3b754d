#include "searchd/discovery/site_pages.h"

namespace searchd {

namespace {

using Pages = std::vector<SitePage>;

void add_categories(const kb::Snapshot& snapshot, const kb::Catalogue& catalogue,
                    const std::vector<std::string>& ids, Pages& pages) {
  for (const std::string& id : ids) {
    const kb::CategoryNode* node = catalogue.category(id);
    if (!node || (node->count == 0 && !node->page)) continue;
    pages.push_back({node->url, node->page ? node->page->updated : std::nullopt,
                     category_translations(snapshot, node->id)});
    add_categories(snapshot, catalogue, node->children, pages);
  }
}

void add_articles(const kb::Snapshot& snapshot, const kb::Catalogue& catalogue, Pages& pages) {
  for (const kb::Card& card : catalogue.cards()) {
    if (card.is_folder && catalogue.category(card.category)) continue;  // shown with its category
    pages.push_back({card.url, card.updated, article_translations(snapshot, card)});
  }
}

}  // namespace

Pages site_pages(const kb::Snapshot& snapshot) {
  Pages pages;
  for (const std::string& lang : snapshot.site().languages) {
    const kb::Catalogue& catalogue = snapshot.catalogue(lang);
    pages.push_back({"/" + lang + "/", std::nullopt, in_all_languages(snapshot.site(), "/")});
    add_categories(snapshot, catalogue, catalogue.top_categories(), pages);
    add_articles(snapshot, catalogue, pages);
  }
  return pages;
}

}  // namespace searchd
