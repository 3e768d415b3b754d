#include "searchd/http/language_choice.h"

#include <algorithm>

#include "kb/text/language_tag.h"
#include "searchd/http/field_value.h"
#include "searchd/http/http_message.h"

namespace searchd {

namespace {

// The best weight of any item whose primary part is `lang`'s; 0 when there is none.
double preference_of(const std::vector<Preference>& list, std::string_view lang) {
  double best = 0;
  for (const Preference& item : list) {
    if (same_name(kb::base_language(item.name), kb::base_language(lang))) best = std::max(best, item.weight);
  }
  return best;
}

}  // namespace

std::string choose_language(std::string_view accept_language, const std::vector<std::string>& languages) {
  const auto list = preferences(accept_language);
  std::string chosen = languages.front();
  double best = 0;
  for (const std::string& lang : languages) {
    const double preference = preference_of(list, lang);
    if (preference > best) {
      best = preference;
      chosen = lang;
    }
  }
  return chosen;
}

}  // namespace searchd
