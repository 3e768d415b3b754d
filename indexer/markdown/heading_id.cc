#include "indexer/markdown/heading_id.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

// Ruby's \p{Word}, which GitHub uses.
bool is_word_character(UChar32 c) {
  const auto mask = U_GET_GC_MASK(c);
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0;
}

bool is_id_character(char c) {
  return static_cast<unsigned char>(c) >= 0x80U || kb::is_alnum(c) || c == '-' || c == '_' || c == '.' ||
         c == ':';
}

}  // namespace

std::string heading_slug(std::string_view heading) {
  auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(heading.data(), static_cast<int>(heading.size())));
  text.trim().toLower(icu::Locale::getRoot());
  icu::UnicodeString slug;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c == ' ') slug.append(u'-');
    if (c == '-' || is_word_character(c)) slug.append(c);
  }
  std::string out;
  return slug.toUTF8String(out);
}

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
