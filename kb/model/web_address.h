// An absolute address of the web, taken apart by one rule. Two spellings of the same place become equal, so
// what site.yaml and --cors-origin name matches what a browser sends in `Origin`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kb {

struct WebAddress {
  std::string scheme;  // "http" or "https"
  std::string host;  // lower case; with the port unless it is the scheme's own: "shop.example", "[::1]:3000"
  std::string path;  // as written: "/help", or "" for none

  std::string origin() const { return scheme + "://" + host; }

  bool operator==(const WebAddress&) const = default;
};

// Nothing for other schemes, user names, and hosts that are neither a name of ASCII letters, digits, '.', '-'
// and '_' nor an IP address. A name in another script has to be written as browsers send it: "xn--bcher-kva".
std::optional<WebAddress> parse_web_address(std::string_view text);

// The same for an address without a path, "https://shop.example:8443".
std::optional<WebAddress> parse_origin(std::string_view text);

}  // namespace kb
