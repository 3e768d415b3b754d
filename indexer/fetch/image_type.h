// What kind of image bytes are, by the first of them: what a server says is checked against them.
#pragma once

#include <string_view>

namespace indexer {

// "png", "jpg", "gif", "webp" or "avif": what every browser shows and nothing runs in. "" for all else, SVG
// among it.
std::string_view image_extension(std::string_view bytes);

// Whether a server's Content-Type may stand over such bytes: an image that is no SVG, or nothing in
// particular.
bool is_image_type(std::string_view content_type);

}  // namespace indexer
