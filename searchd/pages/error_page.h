// What people see when there is no page: what happened, a search box, and the articles nearest to what they
// asked for.
#pragma once

#include <string>

#include "searchd/visit/visit.h"

namespace searchd {

// `status`: 400, 403, 404, 405, 410, 422, 500 or 503. Works without an index too.
Reply error_page(const Visit& visit, int status);

}  // namespace searchd
