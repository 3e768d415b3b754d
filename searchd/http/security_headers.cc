#include "searchd/http/security_headers.h"

namespace searchd {

namespace {

// Ends where the list of sites that may frame the page begins.
constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors ";

}  // namespace

std::string framed_policy(const std::vector<std::string>& origins) {
  std::string policy(kPolicy);
  for (const std::string& origin : origins) policy += origin + " ";
  policy.pop_back();
  return policy;
}

std::string_view sandbox_policy() {
  return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
}

void add_security_headers(Response& response) {
  if (response.header("Content-Security-Policy").empty())
    response.set("Content-Security-Policy", std::string(kPolicy) + "'none'");
  if (response.header("Cross-Origin-Resource-Policy").empty())
    response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "same-origin");
  response.set(
      "Permissions-Policy",
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace searchd
