// The one home of percent-encoding (RFC 3986). Everything that writes an address and everything that looks
// one up encodes here, so that an address means the same to both programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kb {

// ASCII letters, digits, "-._~" and the characters of `kept` stay, every other byte becomes %XX.
std::string percent_encode(std::string_view text, std::string_view kept);

// For a path: "/" and what a path may hold stay.
std::string encode_path(std::string_view path);

// For a query's name or value as forms send it: a blank becomes "+".
std::string encode_query(std::string_view text);

// "caf%C3%A9" -> "café". nullopt when an escape is malformed or the result holds a NUL or is not UTF-8.
std::optional<std::string> percent_decode(std::string_view text);

// For what people wrote by hand: a malformed escape stays as it is, and any byte may result.
std::string percent_decode_leniently(std::string_view text);

}  // namespace kb
