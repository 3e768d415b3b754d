#include "searchd/http/language_choice.h"

#include <algorithm>

#include "searchd/http/compression.h"
#include "searchd/http/http_message.h"

namespace searchd {

namespace {

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

// The best weight of any item whose primary part is `lang`'s.
double wish_for(std::string_view list, std::string_view lang) {
  double best = 0;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    std::string_view item = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
    const std::string_view tag = item.substr(0, item.find_first_of("; "));
    if (same_name(primary(tag), primary(lang))) best = std::max(best, weight_of(item, tag));
  }
  return best;
}

}  // namespace

std::string choose_language(std::string_view accept_language, const std::vector<std::string>& languages) {
  std::string chosen = languages.front();
  double best = 0;
  for (const std::string& lang : languages) {
    const double wish = wish_for(accept_language, lang);
    if (wish > best) {
      best = wish;
      chosen = lang;
    }
  }
  return chosen;
}

}  // namespace searchd
