// The table of all addresses: the pattern of each, the parameters it knows, and its handler. Its addresses
// must also be in kb/model/own_addresses.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/contact/attachment.h"
#include "searchd/guard/post_guard.h"
#include "searchd/net/request_parser.h"
#include "searchd/visit/visit.h"

namespace searchd {

inline constexpr std::size_t kMaxFormBody = 64UL * 1024;
// What stands around the file has as much room as a form without one.
inline constexpr std::size_t kMaxFormWithFile = kMaxFileBytes + kMaxRequestBody;

struct Route {
  std::string_view name;  // in metrics and cache keys
  // Below the base path. {lang} stands for a language of the site, {rest} for everything left, with slashes.
  std::string_view pattern;
  Reply (*handler)(const Visit&);
  std::vector<std::string_view> params = {};  // the handler sees no others
  bool needs_index = true;
  Reply (*post)(const Visit&) = nullptr;  // required where `allow` has POST
  PostKind post_kind = PostKind::form;    // which of their sender's rates POSTs count against
  // Of POSTs, in bytes. Percent-encoding makes three of one, so this is more than a text itself may have.
  std::size_t max_body = kMaxFormBody;
  bool takes_file = false;  // in a multipart form of up to kMaxFormWithFile, where the site takes files
  std::string_view allow = "GET, HEAD";
};

std::span<const Route> all_routes();

struct Match {
  const Route* route = nullptr;
  std::string lang;  // "" when the pattern has none
  std::string rest;
};

// The first route that fits. The last one fits every path.
Match match_route(std::string_view path, const std::vector<std::string>& languages);

// Whether this is a form that may come with a file. `request` needs no body yet.
bool takes_file(const Route& route, const Edition& edition, const Request& request);

// True when `method` is in the route's list.
bool allows(const Route& route, std::string_view method);

}  // namespace searchd
