#include "searchd/http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <cstdint>

#include "kb/model/error.h"
#include "kb/text/ascii.h"
#include "searchd/http/field_value.h"
#include "searchd/http/http_message.h"

namespace searchd {

namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: 16 more asks for the gzip format
constexpr int kGzipMemory = 8;        // zlib's default

std::string gzip(std::string_view bytes, Compression kind) {
  z_stream stream{};
  const int level = kind == Compression::fast ? 5 : 9;
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

std::string brotli(std::string_view bytes, Compression kind) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const int quality = kind == Compression::fast ? 4 : BROTLI_MAX_QUALITY;
  if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                             reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                             reinterpret_cast<std::uint8_t*>(out.data()))) {
    throw kb::Error("cannot compress", "the machine is out of memory");
  }
  out.resize(size);
  return out;
}

// The weight of `name`, or else of "*"; -1 when neither is there.
double weight_of(const std::vector<Preference>& list, std::string_view name) {
  double star = -1;
  for (const Preference& preference : list) {
    if (same_name(preference.name, name)) return preference.weight;
    if (preference.name == "*") star = preference.weight;
  }
  return star;
}

}  // namespace

std::string compress(std::string_view bytes, Encoding encoding, Compression kind) {
  switch (encoding) {
    case Encoding::gzip:
      return gzip(bytes, kind);
    case Encoding::brotli:
      return brotli(bytes, kind);
    case Encoding::identity:
      break;
  }
  return std::string(bytes);
}

Encoding choose_encoding(std::string_view accept_encoding) {
  const auto list = preferences(accept_encoding);
  const double brotli_weight = weight_of(list, "br");
  const double gzip_weight = weight_of(list, "gzip");
  if (brotli_weight > 0 && brotli_weight >= gzip_weight) return Encoding::brotli;
  return gzip_weight > 0 ? Encoding::gzip : Encoding::identity;
}

bool is_compressible(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.starts_with("application/json") ||
         content_type.starts_with("application/problem+json") || content_type.starts_with("image/svg+xml") ||
         content_type.starts_with("application/xml") || content_type.starts_with("application/atom+xml");
}

}  // namespace searchd
