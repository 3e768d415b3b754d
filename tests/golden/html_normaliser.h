// Brings two HTML texts that show the same to the same form, so that a comparison finds what matters only.
#pragma once

#include <string>
#include <string_view>

// Through the sanitizer, then without heading ids, `loading`, frames around tables, white space between
// blocks and percent-encoding in URLs; h1 becomes h2, as on our pages.
std::string normalise_html(std::string_view html);
