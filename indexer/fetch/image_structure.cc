#include "indexer/fetch/image_structure.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "indexer/article/image_size.h"

namespace indexer {

namespace {

// Reads bytes from the front. What is not there is 0, and the reader is then over.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool is_over() const { return is_over_; }
  bool is_empty() const { return rest_.empty(); }

  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) {
      is_over_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::uint64_t big_endian(std::size_t size) {
    std::uint64_t value = 0;
    for (const char c : take(size)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  }
  std::uint64_t little_endian(std::size_t size) {
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const char c : take(size)) {
      value |= std::uint64_t{static_cast<unsigned char>(c)} << shift;
      shift += 8;
    }
    return value;
  }
  void skip_to(char c) { rest_.remove_prefix(std::min(rest_.find(c), rest_.size())); }

 private:
  std::string_view rest_;
  bool is_over_ = false;
};

// https://www.w3.org/TR/png/#5Chunk-layout
bool is_whole_png(ByteReader reader) {
  constexpr std::size_t kHeader = 13;
  reader.take(8);
  bool has_pixels = false;
  for (bool is_first = true; !reader.is_over(); is_first = false) {
    const std::uint64_t size = reader.big_endian(4);
    const std::string_view type = reader.take(4);
    if (is_first && (type != "IHDR" || size != kHeader)) return false;
    reader.take(size);
    reader.take(4);  // its checksum
    has_pixels = has_pixels || type == "IDAT";
    if (type == "IEND") return has_pixels && !reader.is_over();
  }
  return false;
}

// A table of colours, if the flags before it say that there is one.
void take_gif_colours(ByteReader& reader, std::uint64_t flags) {
  if ((flags & 0x80U) != 0) reader.take(std::uint64_t{3} << ((flags & 7U) + 1));
}

void take_gif_blocks(ByteReader& reader) {
  for (std::uint64_t size = reader.big_endian(1); size > 0; size = reader.big_endian(1)) reader.take(size);
}

// https://www.w3.org/Graphics/GIF/spec-gif89a.txt
bool is_whole_gif(ByteReader reader) {
  reader.take(10);  // signature, width and height
  const std::uint64_t flags = reader.big_endian(1);
  reader.take(2);
  take_gif_colours(reader, flags);
  bool has_pixels = false;
  while (!reader.is_over()) {
    switch (reader.big_endian(1)) {
      case 0x3B:
        return has_pixels;
      case 0x21:
        reader.take(1);
        break;
      case 0x2C:
        reader.take(8);
        take_gif_colours(reader, reader.big_endian(1));
        reader.take(1);
        has_pixels = true;
        break;
      default:
        return false;
    }
    take_gif_blocks(reader);
  }
  return false;
}

// https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
bool is_whole_jpeg(ByteReader reader) {
  reader.take(2);
  bool has_pixels = false;
  while (!reader.is_over()) {
    if (has_pixels) reader.skip_to('\xFF');
    if (reader.big_endian(1) != 0xFF) return false;
    std::uint64_t marker = 0xFF;
    while (marker == 0xFF && !reader.is_over()) marker = reader.big_endian(1);
    const bool is_among_pixels = marker == 0 || (marker >= 0xD0 && marker <= 0xD7);
    if (is_among_pixels && has_pixels) continue;
    if (marker == 0xD9) return has_pixels;
    const std::uint64_t size = reader.big_endian(2);
    if (size < 2) return false;
    reader.take(size - 2);
    has_pixels = has_pixels || marker == 0xDA;
  }
  return false;
}

// https://developers.google.com/speed/webp/docs/riff_container
bool is_whole_webp(ByteReader reader) {
  reader.take(4);
  ByteReader chunks(reader.take(reader.little_endian(4)));
  if (reader.is_over() || chunks.take(4) != "WEBP") return false;
  bool has_pixels = false;
  while (!chunks.is_empty()) {
    const std::string_view type = chunks.take(4);
    const std::uint64_t size = chunks.little_endian(4);
    chunks.take(size);
    if (size % 2 == 1 && !chunks.is_empty()) chunks.take(1);
    if (chunks.is_over()) return false;
    has_pixels = has_pixels || type == "VP8 " || type == "VP8L" || type == "ANMF";
  }
  return has_pixels;
}

// Boxes of ISO 14496-12: of size 1 the size follows in eight bytes, one of size 0 goes on to the end.
bool is_whole_avif(ByteReader reader) {
  bool has_description = false;
  bool has_pixels = false;
  while (!reader.is_empty()) {
    std::uint64_t size = reader.big_endian(4);
    const std::string_view type = reader.take(4);
    std::uint64_t header = 8;
    if (size == 1) {
      size = reader.big_endian(8);
      header = 16;
    }
    has_description = has_description || type == "meta" || type == "moov";
    has_pixels = has_pixels || type == "mdat";
    if (size == 0 && !reader.is_over()) break;
    if (size < header || reader.is_over()) return false;
    reader.take(size - header);
    if (reader.is_over()) return false;
  }
  return has_description && has_pixels;
}

}  // namespace

bool is_whole_image(std::string_view bytes, std::string_view extension) {
  const ByteReader reader(bytes);
  if (extension == "avif") return is_whole_avif(reader);
  if (!image_size(bytes)) return false;
  if (extension == "png") return is_whole_png(reader);
  if (extension == "gif") return is_whole_gif(reader);
  if (extension == "jpg") return is_whole_jpeg(reader);
  return extension == "webp" && is_whole_webp(reader);
}

}  // namespace indexer
