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

// Whom a page has to do with besides ourselves.
struct PagePolicy {
  std::vector<std::string> image_hosts;  // whose images it shows, by https: "cdn.example.com"
  std::vector<std::string> framed_by;    // whose pages may show it in a frame: "https://shop.example"
};

// The content security policy of a page.
std::string page_policy(const PagePolicy& page);

// For files that came with the content: an SVG can hold scripts, so it gets no rights at all.
std::string_view sandbox_policy();

}  // namespace searchd
