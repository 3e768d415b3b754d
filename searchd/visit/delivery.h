// The last steps of every answer: compression, validators, caching and security headers.
#pragma once

#include <string_view>

#include "searchd/http/etag.h"
#include "searchd/visit/reply.h"

namespace searchd {

// Everything a client may keep is checked again soon, or at once while a writer previews.
enum class Caching { normal, preview };

// Compresses the body where its type and size are worth it, unless the handler did.
void encode_body(Reply& reply, Encoding encoding);

// Adds ETag, Cache-Control, Vary and the security headers; a client that has this version already gets 304.
Response deliver(Reply reply, const Request& request, std::string_view edition_tag, Caching caching);

}  // namespace searchd
