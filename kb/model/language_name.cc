#include "kb/model/language_name.h"

#include <unicode/locid.h>
#include <unicode/stringoptions.h>
#include <unicode/unistr.h>

namespace kb {

std::string own_language_name(std::string_view lang) {
  const icu::Locale locale = icu::Locale::createCanonical(std::string(lang).c_str());
  icu::UnicodeString name;
  locale.getDisplayName(locale, name);
  std::string out;
  return name.toTitle(nullptr, locale, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE).toUTF8String(out);
}

}  // namespace kb
