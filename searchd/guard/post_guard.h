// What stands before everything that is stored: only this site's own forms, only so often, only with a token,
// and no robots that fill in what people cannot see.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "searchd/guard/admission.h"
#include "searchd/guard/client_address.h"
#include "searchd/guard/form_token.h"
#include "searchd/guard/secret.h"
#include "searchd/guard/token_bucket.h"
#include "searchd/http/url.h"

namespace searchd {

inline constexpr std::string_view kTokenField = "token";
inline constexpr std::string_view kTrapField = "website";  // out of sight in every form
inline constexpr std::chrono::minutes kOnceWindow{5};

struct PostLimits {
  Rate client{.burst = 20, .per_second = 1.0 / 3};
  Rate all{.burst = 200, .per_second = 20};
  // Of pasted texts, which are searched and not stored.
  Rate text_client{.burst = 30, .per_second = 0.5};
  Rate text_all{.burst = 100, .per_second = 20};
};

// What a POST counts as. Whoever searches often can still send feedback.
enum class PostKind { form, text, typing };

// Any thread.
class PostGuard {
 public:
  using RandomId = std::function<std::string()>;

  PostGuard(
      std::string secret, TrustedProxies proxies, const PostLimits& limits = {},
      RandomId random_id = [] { return random_hex(16); });

  // For a POST, before its body is looked at: where it comes from, and how often; typing has no limit.
  // `site_url`: any absolute URL of this site, of its base_url or of the address that is listened on.
  Admission admit(const Request& request, std::string_view site_url, std::chrono::sys_seconds now,
                  PostKind kind = PostKind::form);

  // What those share who share a limit; never kept.
  std::string client_key(const Request& request) const { return limit_key(proxies_.client_of(request)); }

  // The trap alone, for a form on a page that is kept for everybody and so has no token.
  Refusal check_trap(const Params& form) const;
  std::string issue(std::string_view purpose, std::chrono::sys_seconds now) const;
  // The same for all that a client does with `what` in one window, so that repetitions count once. What names
  // the client in it is salted and hashed; the salt is made at the start and never written.
  std::string issue_once(std::string_view purpose, const Request& request, std::string_view what,
                         std::chrono::sys_seconds now) const;
  // The trap and the token of a form that was sent.
  Refusal check(const Params& form, std::string_view purpose, std::chrono::sys_seconds now) const;

 private:
  const FormTokens tokens_;
  const TrustedProxies proxies_;
  const RandomId random_id_;
  const std::string salt_;
  struct Buckets {
    TokenBuckets clients;
    TokenBuckets all;
  };

  Buckets forms_;
  Buckets texts_;
};

// False when a browser says that another site's page sends this. Programs that are not browsers say nothing.
bool is_own_page(const Request& request, std::string_view site_url);
// Whether anything says which page sends this. Browsers before 2020 and those whose headers are taken away do
// not, and could be made to send it from anywhere.
bool says_page(const Request& request);

}  // namespace searchd
