// Makes the dictionaries of a site's languages from its translated articles.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kb/dictionary/dictionary.h"
#include "kb/model/article.h"

namespace kb {

// The dictionary of each language that has one. `articles` are sorted by language and id; articles of the
// same id are translations of each other, and unlisted ones teach nothing. `stem` gives the indexed form of a
// folded word of a language.
std::map<std::string, Dictionary> learn_dictionaries(
    const std::vector<Article>& articles, const std::vector<std::string>& languages,
    const std::function<std::string(const std::string& lang, std::string_view word)>& stem);

}  // namespace kb
