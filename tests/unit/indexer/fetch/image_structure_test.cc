#include "indexer/fetch/image_structure.h"

#include <doctest/doctest.h>

#include "indexer/fetch/image_type.h"
#include "tests/unit/indexer/fetch/small_images.h"

using namespace indexer;
using namespace indexer_test;

namespace {

bool is_whole(const std::string& bytes) { return is_whole_image(bytes, image_extension(bytes)); }

}  // namespace

TEST_CASE("image structure: a whole image is one, one that is cut anywhere is not") {
  for (const std::string& image : {kSmallPng, kSmallGif, kSmallJpeg, kSmallWebp, kSmallAvif}) {
    CAPTURE(image_extension(image));
    CHECK(is_whole(image));
    for (std::size_t size = 0; size < image.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(is_whole(image.substr(0, size)));
    }
  }
}

TEST_CASE("image structure: what only begins like an image is none") {
  const std::string script = "<script>alert(1)</script><script>alert(2)</script>";
  for (const std::string& begin : {"\x89PNG\r\n\x1a\n"s, "GIF89a"s, "\xFF\xD8\xFF"s, "RIFF\x3A\0\0\0WEBP"s,
                                   "\0\0\0\x14"
                                   "ftypavif\0\0\0\0mif1"s,
                                   kSmallPng.substr(0, 33), kSmallGif.substr(0, 19), kSmallJpeg.substr(0, 21),
                                   kSmallWebp.substr(0, 12)}) {
    CAPTURE(begin);
    CHECK_FALSE(is_whole(begin + script));
  }
}

TEST_CASE("image structure: bytes behind the end are left there by cameras and editors") {
  for (const std::string& image : {kSmallPng, kSmallGif, kSmallJpeg, kSmallWebp})
    CHECK(is_whole(image + "more"));
}

TEST_CASE("image structure: an image without pixels, or of no size, is none") {
  CHECK_FALSE(is_whole(kSmallPng.substr(0, 33) + "\0\0\0\0IEND...."s));
  CHECK_FALSE(is_whole("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\0\0\0\0\0\1"s + kSmallPng.substr(24)));
  CHECK_FALSE(is_whole(kSmallGif.substr(0, 19) + ";"));
  CHECK_FALSE(is_whole(kSmallAvif.substr(0, 20) + "\0\0\0\x08mdat"s));
}

TEST_CASE("image structure: sizes of AVIF boxes may be long, or go on to the end") {
  const std::string begin = kSmallAvif.substr(0, 32);
  CHECK(is_whole(begin + "\0\0\0\1mdat\0\0\0\0\0\0\0\x14"s + "data"));
  CHECK(is_whole(begin + "\0\0\0\0mdatdata"s));
  CHECK_FALSE(is_whole(begin + "\0\0\0\1mdat\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFFtada"s));
  CHECK_FALSE(is_whole(begin + "\0\0\0\7mdatdata"s));
}
