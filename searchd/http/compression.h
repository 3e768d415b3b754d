// gzip and brotli of whole bodies, and the choice between them.
#pragma once

#include <string>
#include <string_view>

#include "searchd/http/etag.h"

namespace searchd {

// fast: a page, compressed while somebody waits. small: an asset, compressed once at start.
enum class Effort { fast, small };

// Throws Error when the library has no memory.
std::string compress(std::string_view bytes, Encoding encoding, Effort effort);

// What Accept-Encoding likes best of brotli, gzip and identity; brotli first among equals.
Encoding choose_encoding(std::string_view accept_encoding);

// Text, JSON, SVG and the like; images and archives are compressed already.
bool is_compressible(std::string_view content_type);

// The weight of `name` in a list like "br;q=0.8, gzip, *;q=0.1": 0 to 1, -1 when neither it nor "*" is there.
double weight_of(std::string_view list, std::string_view name);

}  // namespace searchd
