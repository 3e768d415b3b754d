// From a Response to the bytes of an answer, the counterpart of the request parser (RFC 9112, 4 to 6).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "searchd/http/http_message.h"
#include "searchd/net/request_parser.h"

namespace searchd {

// An answer as it goes over the wire. The body may be shared with the page cache; it is null where none is
// sent.
struct Answer {
  std::string head;
  Body body;
  bool keep_alive = false;
};

using Handler = std::function<Response(const Request&)>;

// Any thread. A handler that throws is answered with a page for 500; nothing of the exception goes out.
Answer answer(const Handler& handler, const Request& request, bool keep_alive);

// An answer that needs no handler. `status`: 400 to 505; a 503 has Retry-After, a 413 names `most`, the bytes
// that the body could have had.
Answer refusal(int status, bool keep_alive, std::size_t most = kMaxRequestBody);

// The response's own headers, and what the connection needs. A header that would end its line or forge
// another is left out. `date`: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string response_head(const Response& response, bool keep_alive, std::string_view date);

}  // namespace searchd
