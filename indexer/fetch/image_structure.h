// Whether an image came whole: a download may end early, and a file may hold an image's first bytes and then
// something else.
#pragma once

#include <string_view>

namespace indexer {

// Walks through what the file is made of, to its end; pixels are not unpacked. `extension` as image_extension
// says. Bytes behind an image's end are allowed, since cameras and editors leave some there.
bool is_whole_image(std::string_view bytes, std::string_view extension);

}  // namespace indexer
