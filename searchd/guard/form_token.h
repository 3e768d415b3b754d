// A form's proof that this site made it, a while ago but not too long: signed, so that nothing has to be
// remembered between showing a form and getting it back.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace searchd {

inline constexpr std::chrono::seconds kTokenMinAge{2};  // people read before they send
inline constexpr std::chrono::seconds kTokenMaxAge = std::chrono::hours{2};

enum class TokenState { valid, too_new, expired, wrong };

// Immutable; any thread.
class FormTokens {
 public:
  // Whoever has the same secret accepts the same tokens.
  explicit FormTokens(std::string secret) : secret_(std::move(secret)) {}

  // "issue time.id.signature", in characters that need no escaping anywhere. `id`: random, without dots. A
  // token for one purpose is wrong for every other.
  std::string issue(std::string_view purpose, std::chrono::sys_seconds now, std::string_view id) const;
  TokenState check(std::string_view token, std::string_view purpose, std::chrono::sys_seconds now) const;

 private:
  std::string sign(std::string_view purpose, std::string_view payload) const;

  std::string secret_;
};

// What tells one token from another in the event log, where nobody can make a token of it again.
std::string token_hash(std::string_view token);

}  // namespace searchd
