#include "searchd/http/cors.h"

#include <algorithm>

#include "kb/model/web_address.h"

namespace searchd {

void add_cors(Response& response, const Request& request, const std::vector<std::string>& origins) {
  if (origins.empty() || (request.method != "GET" && request.method != "HEAD")) return;
  // For every answer: a cache must not give one origin's answer to another.
  const std::string vary(response.header("Vary"));
  response.set("Vary", vary.empty() ? "Origin" : vary + ", Origin");
  const std::string sent(request.header("Origin"));
  const auto origin = kb::parse_origin(sent);
  if (origin && std::find(origins.begin(), origins.end(), origin->origin()) != origins.end())
    response.set("Access-Control-Allow-Origin", sent);
}

}  // namespace searchd
