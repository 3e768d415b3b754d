#include "kb/model/site.h"

#include <algorithm>

#include "kb/model/web_address.h"
#include "kb/text/language_tag.h"

namespace kb {

std::string_view local(const LocalText& text, std::string_view lang, std::string_view fallback) {
  if (const auto found = text.find(lang); found != text.end()) return found->second;
  if (const auto found = text.find(base_language(lang)); found != text.end()) return found->second;
  if (const auto found = text.find(fallback); found != text.end()) return found->second;
  return text.empty() ? std::string_view{} : std::string_view{text.begin()->second};
}

std::optional<std::chrono::sys_seconds> end_of(const Notice& notice) {
  constexpr std::chrono::days kResolvedShown{7};
  if (notice.until) return notice.until;
  if (notice.kind != NoticeKind::resolved) return std::nullopt;
  return notice.updated + kResolvedShown;
}

bool Site::has_language(std::string_view lang) const {
  return std::find(languages.begin(), languages.end(), lang) != languages.end();
}

std::string base_path(const Site& site) {
  const auto address = parse_web_address(site.base_url);
  return address ? address->path : "";
}

}  // namespace kb
