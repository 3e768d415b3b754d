#include "indexer/article/image_size.h"

#include <doctest/doctest.h>

#include <string>

using indexer::image_size;

namespace {

std::string size_text(const std::string& bytes) {
  const auto size = image_size(bytes);
  return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : "none";
}

}  // namespace

TEST_CASE("image size: raster headers") {
  using namespace std::string_literals;
  CHECK(size_text("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\2\x80\0\0\1\xE0"s) == "640x480");
  CHECK(size_text("GIF89a\x80\2\xE0\1"s) == "640x480");
  CHECK(size_text("\xFF\xD8\xFF\xE0\0\4\0\0\xFF\xC0\0\x11\x08\1\xE0\2\x80\3"s) == "640x480");
  CHECK(size_text("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x7F\2\0\xDF\1\0"s) == "640x480");
  CHECK(size_text("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\1*\x80\2\xE0\1"s) == "640x480");
}

TEST_CASE("image size: svg by width and height, else by viewBox") {
  CHECK(size_text("<?xml version='1.0'?>\n<svg xmlns='x' width=\"640\" height='480px'></svg>") == "640x480");
  CHECK(size_text("<svg width=\"100%\" viewBox=\"0 0 320, 200\" stroke-width=\"2\"/>") == "320x200");
  CHECK(size_text("<svg stroke-width=\"2\"/>") == "none");
}

TEST_CASE("image size: damaged or unknown files have none") {
  using namespace std::string_literals;
  CHECK(size_text("") == "none");
  CHECK(size_text("\x89PNG\r\n\x1A\n") == "none");
  CHECK(size_text("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\xFF\xFF\xFF\xFF\0\0\0\1"s) == "none");
  CHECK(size_text("\xFF\xD8\xFF\xE0\0\0") == "none");
  CHECK(size_text("\xFF\xD8"s + std::string(100'000, '\xFF')) == "none");
  CHECK(size_text("plain text") == "none");
}
