#include "searchd/http/security_headers.h"

namespace searchd {

namespace {

// Between the two stand the hosts of images; at the end, the sites that may frame the page.
constexpr std::string_view kImages =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:";
constexpr std::string_view kAfterImages =
    "; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors";

}  // namespace

std::string page_policy(const PagePolicy& page) {
  std::string policy(kImages);
  for (const std::string& host : page.image_hosts) policy += " https://" + host;
  policy += kAfterImages;
  for (const std::string& origin : page.framed_by) policy += " " + origin;
  if (page.framed_by.empty()) policy += " 'none'";
  return policy;
}

std::string_view sandbox_policy() {
  return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
}

void add_security_headers(Response& response) {
  if (response.header("Content-Security-Policy").empty())
    response.set("Content-Security-Policy", page_policy({}));
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
