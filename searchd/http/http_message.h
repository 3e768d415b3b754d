// Requests and responses as the rest of the daemon sees them, whatever library carries them.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/text/ascii.h"

namespace searchd {

struct Header {
  std::string name;
  std::string value;
};

// ASCII case is ignored, as header names require.
inline bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return kb::to_lower(x) == kb::to_lower(y); });
}

struct Request {
  std::string method;  // "GET"
  std::string path;    // as received, still percent-encoded: "/en/orders"
  std::string query;   // as received, without "?"
  std::vector<Header> headers;
  std::string body;
  std::string client{};  // address of the other end, "192.0.2.1"; "" through a Unix socket. Never kept

  // The first header of that name; "" when there is none.
  std::string_view header(std::string_view name) const {
    for (const Header& header : headers) {
      if (same_name(header.name, name)) return header.value;
    }
    return {};
  }
};

// Content-Type without its parameters.
inline std::string_view media_type(const Request& request) {
  const std::string_view type = request.header("Content-Type");
  return type.substr(0, type.find_first_of("; "));
}

inline constexpr std::string_view kFormType = "application/x-www-form-urlencoded";

// Shared, so that a cached page is sent by many threads without a copy of their own.
using Body = std::shared_ptr<const std::string>;

inline Body make_body(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

struct Response {
  int status = 200;
  std::vector<Header> headers;
  Body body = make_body("");

  void set(std::string_view name, std::string value) {
    for (Header& header : headers) {
      if (same_name(header.name, name)) {
        header.value = std::move(value);
        return;
      }
    }
    headers.push_back({std::string(name), std::move(value)});
  }
  std::string_view header(std::string_view name) const {
    for (const Header& header : headers) {
      if (same_name(header.name, name)) return header.value;
    }
    return {};
  }
};

}  // namespace searchd
