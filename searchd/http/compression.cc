#include "searchd/http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>

#include "kb/model/error.h"
#include "kb/text/ascii.h"
#include "searchd/http/http_message.h"

namespace searchd {

namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: 16 more asks for the gzip format
constexpr int kGzipMemory = 8;        // zlib's default

std::string gzip(std::string_view bytes, Effort effort) {
  z_stream stream{};
  const int level = effort == Effort::fast ? 5 : 9;
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kGzipMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw kb::Error("cannot compress", "the machine is out of memory");
  }
  std::string in(bytes);  // zlib takes a pointer to mutable bytes
  std::string out(deflateBound(&stream, static_cast<uLong>(in.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (done != Z_STREAM_END) throw kb::Error("cannot compress", "zlib refused the text");
  return out;
}

std::string brotli(std::string_view bytes, Effort effort) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const int quality = effort == Effort::fast ? 4 : BROTLI_MAX_QUALITY;
  if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                             reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                             reinterpret_cast<std::uint8_t*>(out.data()))) {
    throw kb::Error("cannot compress", "the machine is out of memory");
  }
  out.resize(size);
  return out;
}

// "0.5" -> 0.5, at most three decimals as HTTP allows; anything else is 0, the careful reading.
double parse_weight(std::string_view text) {
  if (text.empty() || (text[0] != '0' && text[0] != '1') || text.size() > 5) return 0;
  double value = text[0] - '0';
  double place = 0.1;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (!kb::is_digit(c)) return 0;
    value += (c - '0') * place;
    place /= 10;
  }
  return std::min(value, 1.0);
}

}  // namespace

std::string compress(std::string_view bytes, Encoding encoding, Effort effort) {
  switch (encoding) {
    case Encoding::gzip:
      return gzip(bytes, effort);
    case Encoding::brotli:
      return brotli(bytes, effort);
    case Encoding::identity:
      break;
  }
  return std::string(bytes);
}

double weight_of(std::string_view list, std::string_view name) {
  double star = -1;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    const std::string_view item = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    const auto semicolon = std::min(item.find(';'), item.size());
    const std::string_view word = kb::trim(item.substr(0, semicolon), kb::kBlanks);
    const std::string_view rest = kb::trim(item.substr(std::min(semicolon + 1, item.size())), kb::kBlanks);
    const double weight = rest.starts_with("q=") ? parse_weight(kb::trim(rest.substr(2), kb::kBlanks)) : 1;
    if (same_name(word, name)) return weight;
    if (word == "*") star = weight;
  }
  return star;
}

Encoding choose_encoding(std::string_view accept_encoding) {
  const double brotli_weight = weight_of(accept_encoding, "br");
  const double gzip_weight = weight_of(accept_encoding, "gzip");
  if (brotli_weight > 0 && brotli_weight >= gzip_weight) return Encoding::brotli;
  return gzip_weight > 0 ? Encoding::gzip : Encoding::identity;
}

bool is_compressible(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.starts_with("application/json") ||
         content_type.starts_with("application/problem+json") || content_type.starts_with("image/svg+xml") ||
         content_type.starts_with("application/xml") || content_type.starts_with("application/atom+xml");
}

}  // namespace searchd
