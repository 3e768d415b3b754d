#include "indexer/html/hidden_html.h"

#include <algorithm>
#include <array>

#include "indexer/html/html_allow_list.h"
#include "indexer/inline/media_tag.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestTag = 2'000;

std::string element_name(std::string_view tag) {
  const auto end = std::find_if_not(tag.begin() + 1, tag.end(), kb::is_alnum);
  return kb::to_lower(tag.substr(1, static_cast<std::size_t>(end - tag.begin()) - 1));
}

bool is_never_shown(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"script", "style", "template", "noscript", "textarea"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool has_hiding_attribute(std::string_view tag) {
  const MediaTag read = read_media_tag(tag.substr(1, tag.size() - 2));
  const bool is_plain = std::any_of(read.plain.begin(), read.plain.end(),
                                    [](const std::string& one) { return kb::to_lower(one) == "hidden"; });
  return is_plain || std::any_of(read.named.begin(), read.named.end(),
                                 [](const auto& one) { return hides_element(one.first, one.second); });
}

}  // namespace

std::size_t HiddenHtml::size_at(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("<?")) {
    const std::size_t end = rest.find("?>");
    return end == std::string_view::npos ? 0 : end + 2;
  }
  if (rest.size() < 2 || !kb::is_letter(rest[1])) return 0;
  const std::size_t tag_end = rest.substr(0, kLongestTag).find('>');
  if (tag_end == std::string_view::npos) return 0;
  const std::string_view tag = rest.substr(0, tag_end + 1);
  const std::string name = element_name(tag);
  if (!is_never_shown(name) && !has_hiding_attribute(tag)) return 0;
  return element_size(at, tag_end + 1, name);
}

// Up to its closing tag; others of its name may stand inside.
std::size_t HiddenHtml::element_size(std::size_t at, std::size_t tag_end, const std::string& name) {
  if (endless_.contains(name)) return 0;
  if (lower_.empty()) lower_ = kb::to_lower(text_);
  int depth = 1;
  for (std::size_t next = lower_.find('<', at + tag_end); next != std::string::npos;
       next = lower_.find('<', next + 1)) {
    const bool is_close = lower_.compare(next + 1, 1, "/") == 0;
    const std::size_t begin = next + (is_close ? 2 : 1);
    const std::size_t end = begin + name.size();
    if (lower_.compare(begin, name.size(), name) != 0 || (end < lower_.size() && kb::is_alnum(lower_[end])))
      continue;
    depth += is_close ? -1 : 1;
    if (depth == 0) return std::min(lower_.find('>', end), lower_.size() - 1) + 1 - at;
  }
  endless_.insert(name);
  return 0;
}

}  // namespace indexer
