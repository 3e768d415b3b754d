#include "searchd/http/cors.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace searchd {

bool is_origin(std::string_view text) {
  const auto scheme = std::min(text.find("://"), text.size());
  if (text.substr(0, scheme) != "https" && text.substr(0, scheme) != "http") return false;
  const std::string_view host = text.substr(std::min(scheme + 3, text.size()));
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (kb::is_alnum(c) && !kb::is_upper(c)) ||
           std::string_view("-.:[]").find(c) != std::string_view::npos;
  });
}

void add_cors(Response& response, const Request& request, const std::vector<std::string>& origins) {
  if (origins.empty() || (request.method != "GET" && request.method != "HEAD")) return;
  // For every answer: a cache must not give one origin's answer to another.
  const std::string vary(response.header("Vary"));
  response.set("Vary", vary.empty() ? "Origin" : vary + ", Origin");
  const std::string_view origin = request.header("Origin");
  if (std::find(origins.begin(), origins.end(), origin) == origins.end()) return;
  response.set("Access-Control-Allow-Origin", std::string(origin));
}

}  // namespace searchd
