// Takes what could identify a person out of what visitors type, before it is kept anywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace events {

inline constexpr std::size_t kMaxQueryBytes = 200;
inline constexpr std::size_t kMaxCommentBytes = 10'000;  // 2,000 characters of any script, and room
inline constexpr std::size_t kMaxRequestBytes = 1200;    // a whole query of the search box, and room

// Replaces e-mail addresses by <email>, and by <number> what has seven or more digits in a row or
// with separators between them: phone, card and account numbers, IBANs. When in doubt it
// replaces. Shorter codes (E1042, 4.1.1.2) and Windows' error codes (0x80070057) stay.
// Control bytes are dropped. The result is cut to max_bytes, between two UTF-8 characters.
std::string scrub(std::string_view text, std::size_t max_bytes = kMaxQueryBytes);

}  // namespace events
