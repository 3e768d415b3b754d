#include "kb/text/base64.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace kb;

TEST_CASE("base64: the examples of RFC 4648 and any byte go both ways") {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  const std::vector<std::pair<std::string, std::string>> cases{{"", ""},
                                                               {"f", "Zg=="},
                                                               {"fo", "Zm8="},
                                                               {"foo", "Zm9v"},
                                                               {"foob", "Zm9vYg=="},
                                                               {"fooba", "Zm9vYmE="},
                                                               {"foobar", "Zm9vYmFy"},
                                                               {"\xff\xef\xbe", "/+++"}};
  for (const auto& [bytes, text] : cases) {
    CAPTURE(text);
    CHECK(base64_encode(bytes) == text);
    CHECK(base64_decode(text) == bytes);
  }
  for (std::size_t size = 0; size <= all.size(); ++size)
    CHECK(base64_decode(base64_encode(all.substr(0, size))) == all.substr(0, size));
}

TEST_CASE("base64: what it would not write itself is not read") {
  for (const char* text : {"Zg", "Zg=", "Zg===", "====", "=", "Zh==", "Zm9=", "Zm9v\n", "Zm 9", "Zm9-",
                           "Zm9_", "Z=g=", "Zg==Zg==", "Zm9\xc3"}) {
    CAPTURE(text);
    CHECK_FALSE(base64_decode(text));
  }
}
