// Which other websites' scripts may read the JSON API. https://fetch.spec.whatwg.org/#http-cors-protocol
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/http/http_message.h"

namespace searchd {

// "https://shop.example" or "http://localhost:3000", as a browser writes it: no path, no capitals.
bool is_origin(std::string_view text);

// Lets a script of one of the `origins` read the answer to its GET. Cookies are never asked for and POST is
// not for others. Without origins nothing changes.
void add_cors(Response& response, const Request& request, const std::vector<std::string>& origins);

}  // namespace searchd
