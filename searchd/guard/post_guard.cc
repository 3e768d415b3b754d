#include "searchd/guard/post_guard.h"

#include <utility>

#include "kb/model/web_address.h"
#include "kb/store/sha256.h"

namespace searchd {

namespace {

constexpr std::size_t kOnceDigits = 32;

// An IP address or localhost, with or without a port: what nobody can have resolved to an address of theirs.
bool is_unresolved(std::string_view host) {
  return parse_ip(host) || same_name(host.substr(0, host.find(':')), "localhost");
}

}  // namespace

int status_of(Refusal refusal) {
  if (refusal == Refusal::too_many) return 429;
  return refusal == Refusal::trap ? 422 : 403;
}

// With a base_url only its origin is ours: whoever owns a name can have it resolved to this machine (DNS
// rebinding), and then Origin and Host agree on that name. A site without base_url is for the machine and the
// network it runs on, so there the two may agree on an IP address or on localhost.
bool is_own_page(const Request& request, std::string_view site_url) {
  const std::string_view sent = request.header("Origin");
  if (!sent.empty()) {
    const auto origin = kb::parse_origin(sent);
    const auto site = kb::parse_web_address(site_url);
    if (!origin || !site) return false;
    if (site->origin() == origin->origin()) return true;
    return is_unresolved(site->host) && is_unresolved(origin->host) &&
           kb::parse_origin(origin->scheme + "://" + std::string(request.header("Host"))) == origin;
  }
  const std::string_view fetch_site = request.header("Sec-Fetch-Site");
  return fetch_site.empty() || fetch_site == "same-origin" || fetch_site == "none";
}

bool says_page(const Request& request) {
  return !request.header("Origin").empty() || !request.header("Sec-Fetch-Site").empty();
}

PostGuard::PostGuard(std::string secret, TrustedProxies proxies, const PostLimits& limits, RandomId random_id)
    : tokens_(std::move(secret)),
      proxies_(std::move(proxies)),
      random_id_(std::move(random_id)),
      salt_(random_id_()),
      forms_{TokenBuckets(limits.client), TokenBuckets(limits.all)},
      texts_{TokenBuckets(limits.text_client), TokenBuckets(limits.text_all)} {}

// The client's own bucket first: whoever is too fast must not empty everybody's.
Admission PostGuard::admit(const Request& request, std::string_view site_url, std::chrono::sys_seconds now,
                           PostKind kind) {
  if (!is_own_page(request, site_url)) return {Refusal::foreign};
  if (kind == PostKind::typing) return {};
  Buckets& buckets = kind == PostKind::text ? texts_ : forms_;
  auto wait = buckets.clients.take(client_key(request), now);
  if (wait == wait.zero()) wait = buckets.all.take("", now);
  return wait == wait.zero() ? Admission{} : Admission{Refusal::too_many, wait};
}

std::string PostGuard::issue(std::string_view purpose, std::chrono::sys_seconds now) const {
  return tokens_.issue(purpose, now, random_id_());
}

std::string PostGuard::issue_once(std::string_view purpose, const Request& request, std::string_view what,
                                  std::chrono::sys_seconds now) const {
  const auto window = now - now.time_since_epoch() % kOnceWindow;
  const std::string id = kb::sha256(salt_ + "\n" + client_key(request) + "\n" + std::string(what));
  return tokens_.issue(purpose, window, id.substr(0, kOnceDigits));
}

Refusal PostGuard::check_trap(const Params& form) const {
  return form.get(kTrapField).empty() ? Refusal::none : Refusal::trap;
}

Refusal PostGuard::check(const Params& form, std::string_view purpose, std::chrono::sys_seconds now) const {
  if (const Refusal trap = check_trap(form); trap != Refusal::none) return trap;
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
