// The site's language that suits a visitor best.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace searchd {

// Accept-Language "de-AT,de;q=0.9,en;q=0.5" and a site in en and de -> "de". A language without its region
// counts; the first of `languages` when nothing suits.
std::string choose_language(std::string_view accept_language, const std::vector<std::string>& languages);

}  // namespace searchd
