#include "kb/text/slug.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kb {
namespace {

// Ruby's \p{Word}, which GitHub uses.
bool stays_in_slug(UChar32 c) {
  const auto mask = U_GET_GC_MASK(c);
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0;
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
    if (c == '-' || stays_in_slug(c)) slug.append(c);
  }
  std::string out;
  return slug.toUTF8String(out);
}

}  // namespace kb
