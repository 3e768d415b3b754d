// The headers that tell a browser what our pages may do: nothing but what they need.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/http/http_message.h"

namespace searchd {

// Sets what every answer carries. A content security policy that is there already stays: files of the content
// have a stricter one.
void add_security_headers(Response& response);

// What every page may do, and that pages of these origins may show it in a frame. Each is
// "https://shop.example".
std::string framed_policy(const std::vector<std::string>& origins);

// For files that came with the content: an SVG can hold scripts, so it gets no rights at all.
std::string_view sandbox_policy();

}  // namespace searchd
