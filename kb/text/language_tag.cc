#include "kb/text/language_tag.h"

#include <unicode/locid.h>

namespace kb {

std::string script_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<int32_t>(tag.size())}, status);
  locale.addLikelySubtags(status);
  return U_FAILURE(status) ? "" : locale.getScript();
}

}  // namespace kb
