// The table of everything that can be asked for: a URL's shape, the parameters it knows, its handler.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/visit/visit.h"

namespace searchd {

struct Route {
  std::string_view name;  // in metrics and cache keys
  // Below the base path. {lang} is one of the site's languages, {rest} everything that is left, slashes
  // included.
  std::string_view pattern;
  Reply (*handler)(const Visit&);
  std::vector<std::string_view> params = {};  // others are not seen and make no difference
  bool needs_index = true;
  Reply (*post)(const Visit&) = nullptr;  // for POST, where `allow` has it
  std::string_view allow = "GET, HEAD";
};

std::span<const Route> all_routes();

struct Match {
  const Route* route = nullptr;
  std::string lang;  // "" when the pattern has none
  std::string rest;
};

// The first route that fits; the last one fits every path.
Match match_route(std::string_view path, const std::vector<std::string>& languages);

// True when `method` is in the route's list.
bool allows(const Route& route, std::string_view method);

}  // namespace searchd
