#include "indexer/fetch/image_type.h"

#include "kb/text/ascii.h"

namespace indexer {

std::string_view image_extension(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "jpg";
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return "gif";
  if (bytes.size() > 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8).starts_with("WEBP"sv))
    return "webp";
  const std::string_view brand = bytes.size() > 12 ? bytes.substr(4, 8) : std::string_view();
  return brand == "ftypavif" || brand == "ftypavis" ? "avif" : "";
}

bool is_image_type(std::string_view content_type) {
  const std::string type = kb::to_lower(content_type.substr(0, content_type.find_first_of("; \t")));
  if (type.starts_with("image/")) return !type.starts_with("image/svg");
  return type.empty() || type == "application/octet-stream" || type == "binary/octet-stream";
}

}  // namespace indexer
