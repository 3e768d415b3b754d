// The words that we add to an article, above `> [!NOTE]` and its kin above all, in the languages we know.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace indexer {

// "note" -> "Hinweis"; empty for an unknown language, which means English.
std::map<std::string, std::string> alert_titles(std::string_view lang);

}  // namespace indexer
