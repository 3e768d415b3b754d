// An image's own size, so that pages reserve its room before it has loaded.
#pragma once

#include <optional>
#include <string_view>

namespace indexer {

struct ImageSize {
  int width = 0;  // pixels
  int height = 0;
};

// Reads PNG, JPEG, GIF, WebP and SVG headers; nullopt for anything else or a damaged one.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace indexer
