// Names of languages in those languages, for lists that people choose from.
#pragma once

#include <string>
#include <string_view>

namespace kb {

// What a language calls itself, as it stands in a list: "Deutsch", "Português (Brasil)". A tag that ICU does
// not know stays as it is.
std::string own_language_name(std::string_view lang);

}  // namespace kb
