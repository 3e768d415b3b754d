#include "indexer/markdown/heading_id.h"

#include "kb/text/ascii.h"

namespace indexer {
namespace {

bool is_id_character(char c) {
  return static_cast<unsigned char>(c) >= 0x80U || kb::is_alnum(c) || c == '-' || c == '_' || c == '.' ||
         c == ':';
}

}  // namespace

std::optional<HeadingWithId> split_custom_id(std::string_view heading) {
  const std::string_view trimmed = kb::trim_end(heading, kb::kBlanks);
  const std::size_t open = trimmed.rfind("{#");
  if (open == std::string_view::npos || !trimmed.ends_with('}')) return std::nullopt;
  const std::string_view id = trimmed.substr(open + 2, trimmed.size() - open - 3);
  if (id.empty()) return std::nullopt;
  for (const char c : id) {
    if (!is_id_character(c)) return std::nullopt;
  }
  return HeadingWithId{std::string(kb::trim_end(trimmed.substr(0, open), kb::kBlanks)), std::string(id)};
}

bool HeadingIds::reserve(std::string_view id) { return used_.emplace(id, 0).second; }

std::string HeadingIds::make(std::string_view heading) {
  std::string slug = heading_slug(heading);
  if (slug.empty()) slug = "section";
  std::string id = slug;
  while (!reserve(id)) id = slug + "-" + std::to_string(++used_[slug]);
  return id;
}

}  // namespace indexer
