#include "searchd/pages/translations.h"

namespace searchd {

Translations in_all_languages(const kb::Site& site, std::string_view below_language) {
  Translations list;
  for (const std::string& lang : site.languages)
    list.emplace_back(lang, "/" + lang + std::string(below_language));
  return list;
}

Translations article_translations(const kb::Snapshot& snapshot, const kb::Card& article) {
  Translations list;
  for (const std::string& lang : snapshot.site().languages) {
    const kb::Catalogue& catalogue = snapshot.catalogue(lang);
    const kb::Card* card = article.unlisted ? catalogue.find_any(article.id) : catalogue.find(article.id);
    if (card) list.emplace_back(lang, card->url);
  }
  return list;
}

Translations category_translations(const kb::Snapshot& snapshot, const std::string& id) {
  Translations list;
  for (const std::string& lang : snapshot.site().languages) {
    const kb::CategoryNode* node = snapshot.catalogue(lang).category(id);
    if (node && (node->count > 0 || node->page)) list.emplace_back(lang, node->url);
  }
  return list;
}

}  // namespace searchd
