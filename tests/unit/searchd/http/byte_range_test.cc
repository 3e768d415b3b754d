#include "searchd/http/byte_range.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

std::string read(std::string_view range, std::size_t size = 12) {
  const ByteRange found = read_byte_range(range, size);
  return found.kind == ByteRange::Kind::whole ? "whole" : content_range(found, size);
}

}  // namespace

TEST_CASE("byte range: one part") {
  CHECK(read("bytes=0-1") == "bytes 0-1/12");
  CHECK(read("bytes=0-") == "bytes 0-11/12");
  CHECK(read("Bytes= 3-99 ") == "bytes 3-11/12");
  CHECK(read("bytes=11-11") == "bytes 11-11/12");
  CHECK(read("bytes=-5") == "bytes 7-11/12");
  CHECK(read("bytes=-99") == "bytes 0-11/12");
  CHECK(read("bytes=2-99999999999999999999999") == "bytes 2-11/12");
}

TEST_CASE("byte range: nothing of it is there") {
  CHECK(read("bytes=12-") == "bytes */12");
  CHECK(read("bytes=99999999999999999999999-") == "bytes */12");
  CHECK(read("bytes=-0") == "bytes */12");
  CHECK(read("bytes=0-", 0) == "bytes */0");
  CHECK(read("bytes=-1", 0) == "bytes */0");
}

TEST_CASE("byte range: anything else is answered with the whole") {
  for (const char* range : {"", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=1",
                            "bytes=0-1,3-4", "bytes=0x1-2", "bytes=+1-2", "lines=0-1", "bytes=0 - 1"}) {
    CAPTURE(range);
    CHECK(read(range) == "whole");
  }
}
