#include "searchd/guard/form_token.h"

#include <charconv>
#include <cstdint>
#include <optional>

#include "kb/store/sha256.h"

namespace searchd {

namespace {

constexpr std::chrono::seconds kClockSkew{60};  // between machines that share a secret

// Takes as long for any two texts of one length, so that a signature cannot be guessed byte by byte.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

std::optional<std::chrono::sys_seconds> issue_time(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

}  // namespace

std::string FormTokens::sign(std::string_view purpose, std::string_view payload) const {
  return kb::hmac_sha256(secret_, std::string(purpose) + "\n" + std::string(payload));
}

std::string FormTokens::issue(std::string_view purpose, std::chrono::sys_seconds now,
                              std::string_view id) const {
  const std::string payload = std::to_string(now.time_since_epoch().count()) + "." + std::string(id);
  return payload + "." + sign(purpose, payload);
}

TokenState FormTokens::check(std::string_view token, std::string_view purpose,
                             std::chrono::sys_seconds now) const {
  const auto dot = token.rfind('.');
  if (dot == std::string_view::npos) return TokenState::wrong;
  const std::string_view payload = token.substr(0, dot);
  if (!same_secret(token.substr(dot + 1), sign(purpose, payload))) return TokenState::wrong;
  const auto issued = issue_time(payload.substr(0, payload.find('.')));
  if (!issued || *issued > now + kClockSkew) return TokenState::wrong;
  if (now - *issued > kTokenMaxAge) return TokenState::expired;
  return now - *issued < kTokenMinAge ? TokenState::too_new : TokenState::valid;
}

std::string token_hash(std::string_view token) { return kb::sha256(token); }

}  // namespace searchd
