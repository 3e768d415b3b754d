// Validators: which version of a page a client has, and whether it is still the current one (RFC 9110, 8.8
// and 13).
#pragma once

#include <string>
#include <string_view>

namespace searchd {

enum class Encoding { identity, gzip, brotli };

// "br", "gzip", "" as in Content-Encoding.
std::string_view to_string(Encoding encoding);

// Everything in an edition changes together, so one tag per edition and encoding is enough: "\"1f0c...-br\"".
std::string make_etag(std::string_view edition_tag, Encoding encoding);

// True when If-None-Match, a list or "*", holds the tag by weak comparison.
bool none_match_hits(std::string_view if_none_match, std::string_view etag);

}  // namespace searchd
