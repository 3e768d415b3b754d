// The smallest images of each kind whose structure is whole.
#pragma once

#include <string>

namespace indexer_test {

using namespace std::string_literals;

inline const std::string kSmallPng =
    "\x89PNG\r\n\x1a\n"
    "\0\0\0\x0DIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0....\0\0\0\4IDATdata....\0\0\0\0IEND...."s;
inline const std::string kSmallGif =
    "GIF89a\1\0\1\0\x80\0\0......\x21\xF9\4\1\0\0\0\0\x2C\0\0\0\0\1\0\1\0\0\2\2D\1\0;"s;
inline const std::string kSmallJpeg =
    "\xFF\xD8\xFF\xE0\0\4\0\0\xFF\xC0\0\x0B\x08\0\1\0\1\1\1\x11\0\xFF\xDA\0\x08\1\1\0\0\x3F\0x\xFF\0\xFF\xD0y\xFF\xD9"s;
inline const std::string kSmallWebp = "RIFF\x16\0\0\0WEBPVP8L\x0A\0\0\0\x2F\0\0\0\0....."s;
inline const std::string kSmallAvif =
    "\0\0\0\x14"
    "ftypavif\0\0\0\0mif1\0\0\0\x0Cmeta....\0\0\0\x0Cmdatdata"s;

}  // namespace indexer_test
