#include "searchd/visit/delivery.h"

#include <string>

#include "searchd/http/byte_range.h"
#include "searchd/http/compression.h"
#include "searchd/http/security_headers.h"

namespace searchd {

namespace {

constexpr std::size_t kWorthCompressing = 512;  // bytes; a smaller answer fits into one packet as it is

std::string cache_control(Freshness freshness, Caching caching) {
  if (freshness == Freshness::never) return "no-store";
  if (caching == Caching::preview) return "no-cache";
  if (freshness == Freshness::immutable) return "public, max-age=31536000, immutable";
  const std::string_view keeper = freshness == Freshness::personal ? "private" : "public";
  return std::string(keeper) + ", max-age=60, must-revalidate";
}

void add_vary(Response& response) {
  if (!is_compressible(response.header("Content-Type"))) return;
  std::string vary(response.header("Vary"));
  response.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
}

Encoding encoding_of(const Response& response) {
  const std::string_view name = response.header("Content-Encoding");
  if (name == to_string(Encoding::brotli)) return Encoding::brotli;
  return name == to_string(Encoding::gzip) ? Encoding::gzip : Encoding::identity;
}

void make_not_modified(Response& response) {
  response.status = 304;
  response.body = make_body("");
  std::erase_if(response.headers, [](const Header& header) {
    return same_name(header.name, "Content-Type") || same_name(header.name, "Content-Encoding");
  });
}

// Answers with the part that is asked for, where the handler says that there are parts. A client that has
// another version gets the whole.
void take_part(Response& response, const Request& request) {
  const std::string_view condition = request.header("If-Range");
  const bool is_asked = request.method == "GET" && !request.header("Range").empty();
  const bool has_parts =
      !response.header("Accept-Ranges").empty() && response.header("Content-Encoding").empty();
  if (!is_asked || !has_parts || (!condition.empty() && condition != response.header("ETag"))) return;
  const std::size_t size = response.body->size();
  const ByteRange range = read_byte_range(request.header("Range"), size);
  if (range.kind == ByteRange::Kind::whole) return;
  const bool is_part = range.kind == ByteRange::Kind::part;
  response.status = is_part ? 206 : 416;
  response.set("Content-Range", content_range(range, size));
  response.body = make_body(is_part ? response.body->substr(range.first, range.last - range.first + 1) : "");
}

}  // namespace

void encode_body(Reply& reply, Encoding encoding) {
  Response& response = reply.response;
  const bool done = !response.header("Content-Encoding").empty();
  if (done || encoding == Encoding::identity || response.body->size() < kWorthCompressing) return;
  if (!is_compressible(response.header("Content-Type"))) return;
  response.body = make_body(compress(*response.body, encoding, Compression::fast));
  response.set("Content-Encoding", std::string(to_string(encoding)));
}

Response deliver(Reply reply, const Request& request, std::string_view edition_tag, Caching caching) {
  Response response = std::move(reply.response);
  response.set("Cache-Control", cache_control(reply.freshness, caching));
  add_vary(response);
  if (reply.noindex) response.set("X-Robots-Tag", "noindex");
  if (response.status == 200 && reply.freshness != Freshness::never) {
    const std::string etag = make_etag(reply.tag.empty() ? edition_tag : reply.tag, encoding_of(response));
    response.set("ETag", etag);
    if (none_match_hits(request.header("If-None-Match"), etag)) make_not_modified(response);
    if (response.status == 200) take_part(response, request);
  }
  add_security_headers(response);
  return response;
}

}  // namespace searchd
