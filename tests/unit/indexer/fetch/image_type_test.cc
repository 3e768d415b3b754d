#include "indexer/fetch/image_type.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;

TEST_CASE("image type: the bytes say what an image is") {
  using namespace std::string_literals;
  CHECK(image_extension("\x89PNG\r\n\x1a\n...."s) == "png");
  CHECK(image_extension("\xFF\xD8\xFF\xE0"s) == "jpg");
  CHECK(image_extension("GIF89a"s) == "gif");
  CHECK(image_extension("RIFF\x10\0\0\0WEBPVP8 "s) == "webp");
  CHECK(image_extension("\0\0\0\x1C"
                        "ftypavif...."s) == "avif");
  for (const std::string& other :
       {""s, "\x89PNG"s, "RIFF\x10\0\0\0WAVEfmt "s, "RIFF"s, "<svg xmlns='http://www.w3.org/2000/svg'/>"s,
        "<!doctype html>"s, "\x1F\x8B\x08"s,
        "\0\0\0\x1C"
        "ftypmp42...."s,
        "%PDF-1.7"s}) {
    CAPTURE(other);
    CHECK(image_extension(other).empty());
  }
}

TEST_CASE("image type: what a server says may be an image or nothing in particular") {
  for (const char* type :
       {"image/png", "IMAGE/JPEG; x=y", "image/x-anything", "", "application/octet-stream"})
    CHECK(is_image_type(type));
  for (const char* type :
       {"text/html; charset=utf-8", "image/svg+xml", "image/svg+xml; charset=utf-8", "text/plain"})
    CHECK_FALSE(is_image_type(type));
}
