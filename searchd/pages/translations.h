// The addresses of one page in all its languages, for language menus and search engines.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/store/snapshot.h"

namespace searchd {

// Language -> path below the base path, in the site's order, the page's own language included.
using Translations = std::vector<std::pair<std::string, std::string>>;

// For pages that every language has: home, search and contact.
Translations in_all_languages(const kb::Site& site, std::string_view below_language);
// Unlisted translations are told to an unlisted article only.
Translations article_translations(const kb::Snapshot& snapshot, const kb::Card& article);
Translations category_translations(const kb::Snapshot& snapshot, const std::string& id);

}  // namespace searchd
