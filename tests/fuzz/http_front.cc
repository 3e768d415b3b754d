// Bytes of a connection: whatever they are, they end in requests or a refusal, and how they were cut into
// pieces makes no difference.
#include "searchd/net/request_parser.h"

#include <algorithm>

#include "tests/fuzz/fuzz.h"

namespace {

using searchd::RequestParser;

std::string described(const searchd::Request& request, bool keep_alive) {
  std::string out =
      request.method + " " + request.path + "?" + request.query + (keep_alive ? " stay" : " go");
  for (const auto& header : request.headers) out += "\n" + header.name + ": " + header.value;
  return out + "\n" + std::to_string(request.body.size()) + " " + request.body + "\n";
}

// All that comes out when `bytes` arrive in pieces of that size.
std::string read_all(std::string_view bytes, std::size_t piece) {
  RequestParser parser;
  std::string out;
  while (!bytes.empty()) {
    parser.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
    while (parser.state() == RequestParser::State::complete) {
      const bool keep_alive = parser.keep_alive();
      const searchd::Request request = parser.take();
      fuzz::must(request.path.starts_with('/'), "a path begins with /");
      fuzz::must(request.body.size() <= searchd::kMaxRequestBody, "a body is within its limit");
      out += described(request, keep_alive);
    }
  }
  if (parser.state() == RequestParser::State::refused) out += std::to_string(parser.refusal());
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const std::string whole = read_all(bytes, std::max<std::size_t>(size, 1));
  fuzz::must(read_all(bytes, 1) == whole, "byte by byte gives the same");
  fuzz::must(read_all(bytes, 7) == whole, "in pieces gives the same");
  return 0;
}
