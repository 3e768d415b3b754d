// The last steps of every answer: compression, validators, caching and security headers.
#pragma once

#include <string_view>

#include "searchd/http/etag.h"
#include "searchd/visit/reply.h"

namespace searchd {

// How long clients may keep an answer without asking again: shortly, or not at all while a writer previews.
enum class Caching { normal, preview };

// Compresses the body where its type and size make that worthwhile, unless the handler has done it.
void encode_body(Reply& reply, Encoding encoding);

// Adds ETag, Cache-Control, Vary, X-Robots-Tag and the security headers. A client that already has this
// version gets 304; one that asks for a part of what may be had in parts gets 206.
Response deliver(Reply reply, const Request& request, std::string_view edition_tag, Caching caching);

}  // namespace searchd
