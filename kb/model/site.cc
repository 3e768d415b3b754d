#include "kb/model/site.h"

#include <algorithm>

#include "kb/model/web_address.h"

namespace kb {

std::string_view local(const LocalText& text, std::string_view lang, std::string_view fallback) {
  if (const auto found = text.find(lang); found != text.end()) return found->second;
  if (const auto found = text.find(fallback); found != text.end()) return found->second;
  return text.empty() ? std::string_view{} : std::string_view{text.begin()->second};
}

bool Site::has_language(std::string_view lang) const {
  return std::find(languages.begin(), languages.end(), lang) != languages.end();
}

const Category* Site::category(std::string_view id) const {
  const auto found =
      std::find_if(categories.begin(), categories.end(), [&](const Category& c) { return c.id == id; });
  return found == categories.end() ? nullptr : &*found;
}

std::string base_path(const Site& site) {
  const auto address = parse_web_address(site.base_url);
  return address ? address->path : "";
}

}  // namespace kb
