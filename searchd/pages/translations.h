// The same page in the site's languages: for language menus, and for search engines.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/store/snapshot.h"

namespace searchd {

// Language -> path below the base path, in the site's order, the page's own language included.
using Translations = std::vector<std::pair<std::string, std::string>>;

// Of pages that every language has: home and search.
Translations in_all_languages(const kb::Site& site, std::string_view below_language);
Translations article_translations(const kb::Snapshot& snapshot, const std::string& id);
Translations category_translations(const kb::Snapshot& snapshot, const std::string& id);

}  // namespace searchd
