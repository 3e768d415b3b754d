#include "searchd/guard/post_guard.h"

#include <utility>

namespace searchd {

namespace {

// "https://shop.example/help" -> "https://shop.example"
std::string_view origin_of(std::string_view url) {
  const auto scheme = url.find("://");
  return scheme == std::string_view::npos ? url : url.substr(0, url.find('/', scheme + 3));
}

std::string_view host_of(std::string_view origin) {
  const auto scheme = origin.find("://");
  return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

}  // namespace

std::string_view to_string(Refusal refusal) {
  switch (refusal) {
    case Refusal::none:
      return "none";
    case Refusal::foreign:
      return "foreign";
    case Refusal::too_many:
      return "too_many";
    case Refusal::trap:
      return "trap";
    case Refusal::wrong_token:
      return "wrong_token";
    case Refusal::expired_token:
      return "expired_token";
    case Refusal::too_soon:
      return "too_soon";
  }
  return "";
}

int status_of(Refusal refusal) {
  if (refusal == Refusal::too_many) return 429;
  return refusal == Refusal::trap ? 422 : 403;
}

// Behind a proxy the Host header may be another than the visitor's; then base_url is right. A page of another
// site cannot choose its Origin, so one that equals our Host is ours.
bool is_own_page(const Request& request, std::string_view site_url) {
  const std::string_view origin = request.header("Origin");
  if (!origin.empty())
    return same_name(origin, origin_of(site_url)) ||
           (!host_of(origin).empty() && same_name(host_of(origin), request.header("Host")));
  const std::string_view fetch_site = request.header("Sec-Fetch-Site");
  return fetch_site.empty() || fetch_site == "same-origin" || fetch_site == "none";
}

PostGuard::PostGuard(std::string secret, TrustedProxies proxies, const PostLimits& limits, RandomId random_id)
    : tokens_(std::move(secret)),
      proxies_(std::move(proxies)),
      random_id_(std::move(random_id)),
      clients_(limits.client),
      all_(limits.all) {}

// The client's own bucket first: whoever is too fast must not empty everybody's.
Admission PostGuard::admit(const Request& request, std::string_view site_url, std::chrono::sys_seconds now) {
  if (!is_own_page(request, site_url)) return {Refusal::foreign};
  auto wait = clients_.take(limit_key(proxies_.client_of(request)), now);
  if (wait == wait.zero()) wait = all_.take("", now);
  return wait == wait.zero() ? Admission{} : Admission{Refusal::too_many, wait};
}

std::string PostGuard::issue(std::string_view purpose, std::chrono::sys_seconds now) const {
  return tokens_.issue(purpose, now, random_id_());
}

Refusal PostGuard::check(const Params& form, std::string_view purpose, std::chrono::sys_seconds now) const {
  if (!form.get(kTrapField).empty()) return Refusal::trap;
  switch (tokens_.check(form.get(kTokenField), purpose, now)) {
    case TokenState::valid:
      return Refusal::none;
    case TokenState::too_new:
      return Refusal::too_soon;
    case TokenState::expired:
      return Refusal::expired_token;
    case TokenState::wrong:
      break;
  }
  return Refusal::wrong_token;
}

}  // namespace searchd
