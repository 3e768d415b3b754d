#include "searchd/security_headers.h"

namespace searchd {

namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

}  // namespace

std::string_view sandbox_policy() {
  return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
}

void add_security_headers(Response& response) {
  if (response.header("Content-Security-Policy").empty())
    response.set("Content-Security-Policy", std::string(kPolicy));
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "same-origin");
  response.set(
      "Permissions-Policy",
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace searchd
