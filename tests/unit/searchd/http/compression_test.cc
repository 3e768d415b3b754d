#include "searchd/http/compression.h"

#include <doctest/doctest.h>
#include <zlib.h>

using namespace searchd;

namespace {

std::string gunzip(const std::string& bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return done == Z_STREAM_END ? out : "broken";
}

}  // namespace

TEST_CASE("compress: smaller, and the same again when unpacked") {
  const std::string text(20'000, 'a');
  for (const Compression kind : {Compression::fast, Compression::small}) {
    const std::string packed = compress(text, Encoding::gzip, kind);
    CHECK(packed.size() < 200);
    CHECK(gunzip(packed, text.size()) == text);
    CHECK(compress(text, Encoding::brotli, kind).size() < 200);
  }
  CHECK(compress("", Encoding::gzip, Compression::fast).size() > 0);
  CHECK(compress("abc", Encoding::identity, Compression::fast) == "abc");
}

TEST_CASE("choose_encoding: by weight, brotli first among equals") {
  struct Case {
    const char* accept;
    Encoding chosen;
  };
  for (const Case& c :
       {Case{"", Encoding::identity}, Case{"gzip", Encoding::gzip}, Case{"BR", Encoding::brotli},
        Case{"gzip, deflate, br", Encoding::brotli}, Case{"gzip;q=1.0, br;q=0.9", Encoding::gzip},
        Case{"br; q=0, gzip;q=0.001", Encoding::gzip}, Case{"*", Encoding::brotli},
        Case{"*;q=0", Encoding::identity}, Case{"gzip;q=0, *", Encoding::brotli},
        Case{"gzip;q=2", Encoding::identity}, Case{"zstd", Encoding::identity},
        Case{",;q=,=", Encoding::identity}}) {
    CAPTURE(std::string(c.accept));
    CHECK(choose_encoding(c.accept) == c.chosen);
  }
}

TEST_CASE("is_compressible: text is, pictures are not") {
  CHECK(is_compressible("text/html; charset=utf-8"));
  CHECK(is_compressible("image/svg+xml"));
  CHECK(is_compressible("application/json"));
  CHECK_FALSE(is_compressible("image/png"));
  CHECK_FALSE(is_compressible("application/zip"));
  CHECK_FALSE(is_compressible(""));
}
