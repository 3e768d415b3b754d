// Which other websites' scripts may read the JSON API. https://fetch.spec.whatwg.org/#http-cors-protocol
#pragma once

#include <string>
#include <vector>

#include "searchd/http/http_message.h"

namespace searchd {

// Lets a script of one of the `origins`, each spelled as kb::WebAddress::origin(), read the answer to its
// GET. Cookies are never asked for, and other sites may not POST. Without origins nothing changes.
void add_cors(Response& response, const Request& request, const std::vector<std::string>& origins);

}  // namespace searchd
