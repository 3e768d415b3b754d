#include "searchd/http/etag.h"

#include <doctest/doctest.h>

using namespace searchd;

TEST_CASE("etag: one for each encoding") {
  CHECK(make_etag("1f0c", Encoding::identity) == "\"1f0c\"");
  CHECK(make_etag("1f0c", Encoding::gzip) == "\"1f0c-gzip\"");
  CHECK(make_etag("1f0c", Encoding::brotli) == "\"1f0c-br\"");
}

TEST_CASE("etag: If-None-Match is a list, compared weakly") {
  for (const std::string list : {"\"a\"", "W/\"a\"", "\"b\", \"a\"", " \"b\" ,\tW/\"a\" ", "*", " * "}) {
    CAPTURE(list);
    CHECK(none_match_hits(list, "\"a\""));
  }
  for (const std::string list : {"", "\"b\"", "a", "\"a", ",,", "W/a", "\"a-br\""}) {
    CAPTURE(list);
    CHECK_FALSE(none_match_hits(list, "\"a\""));
  }
}
