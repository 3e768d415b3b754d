// The page shown in place of one that cannot be: what happened, a search box, and the articles closest to the
// address that was asked for.
#pragma once

#include <string>

#include "searchd/visit/visit.h"

namespace searchd {

// What happened, in the words of the visit's language.
struct ErrorText {
  std::string title;
  std::string message;
};
ErrorText error_text(const Visit& visit, int status);

// `status`: 400, 403, 404, 405, 410, 422, 500 or 503. Works without an index, too.
Reply error_page(const Visit& visit, int status);

}  // namespace searchd
