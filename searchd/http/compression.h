// gzip and brotli of whole bodies, and the choice between them.
#pragma once

#include <string>
#include <string_view>

#include "searchd/http/etag.h"

namespace searchd {

// fast: a page, compressed while somebody waits. small: an asset, compressed once at start.
enum class Compression { fast, small };

// Throws Error when the library has no memory.
std::string compress(std::string_view bytes, Encoding encoding, Compression kind);

// Which of brotli, gzip and identity Accept-Encoding prefers; brotli first among equals.
Encoding choose_encoding(std::string_view accept_encoding);

// Text, JSON, SVG and the like; images and archives are compressed already.
bool is_compressible(std::string_view content_type);

}  // namespace searchd
