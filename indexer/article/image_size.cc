#include "indexer/article/image_size.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr int kMaxPixels = 100'000;  // more is not an image's size but a damaged header

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = (value << 8U) | byte_at(bytes, at + i);
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = (value << 8U) | byte_at(bytes, at + i - 1);
  return value;
}

std::optional<ImageSize> checked(double width, double height) {
  if (!(width >= 1 && width <= kMaxPixels && height >= 1 && height <= kMaxPixels)) return std::nullopt;
  return ImageSize{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

// https://www.w3.org/TR/png/#11IHDR
std::optional<ImageSize> png_size(std::string_view bytes) {
  if (bytes.size() < 24) return std::nullopt;
  return checked(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

std::optional<ImageSize> gif_size(std::string_view bytes) {
  if (bytes.size() < 10) return std::nullopt;
  return checked(little_endian(bytes, 6, 2), little_endian(bytes, 8, 2));
}

// The size stands in the frame header (SOF0 to SOF15 without the tables DHT, JPG, DAC).
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return checked(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    at += 2 + big_endian(bytes, at + 2, 2);
  }
  return std::nullopt;
}

// https://developers.google.com/speed/webp/docs/riff_container
std::optional<ImageSize> webp_size(std::string_view bytes) {
  if (bytes.size() < 30) return std::nullopt;
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return checked(little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  if (chunk == "VP8 ")
    return checked(little_endian(bytes, 26, 2) & 0x3FFFU, little_endian(bytes, 28, 2) & 0x3FFFU);
  if (chunk != "VP8L") return std::nullopt;
  const std::uint32_t bits = little_endian(bytes, 21, 4);
  return checked((bits & 0x3FFFU) + 1, ((bits >> 14U) & 0x3FFFU) + 1);
}

// The value of an attribute in a start tag, "" when it is not there.
std::string attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::size_t equals = at + name.size();
    while (equals < tag.size() && tag[equals] == ' ') ++equals;
    const bool begins = at > 0 && kb::is_space(tag[at - 1]);
    if (!begins || equals >= tag.size() || tag[equals] != '=') continue;
    const std::size_t quote = tag.find_first_of("\"'", equals);
    if (quote == std::string_view::npos) return "";
    const std::size_t end = tag.find(tag[quote], quote + 1);
    return end == std::string_view::npos ? "" : std::string(tag.substr(quote + 1, end - quote - 1));
  }
  return "";
}

// "640" or "640px"; 0 for "100%", "12em" and the like.
double pixels(const std::string& length) {
  char* end = nullptr;
  const double value = std::strtod(length.c_str(), &end);
  const std::string_view unit(end);
  return unit.empty() || unit == "px" ? value : 0;
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  const std::size_t begin = bytes.find("<svg");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(begin, bytes.find('>', begin) - begin);
  const double width = pixels(attribute(tag, "width"));
  const double height = pixels(attribute(tag, "height"));
  if (width > 0 && height > 0) return checked(width, height);
  std::string box = attribute(tag, "viewBox");
  for (char& c : box) {
    if (c == ',') c = ' ';
  }
  double values[4] = {};
  const char* at = box.c_str();
  for (double& value : values) {
    char* end = nullptr;
    value = std::strtod(at, &end);
    at = end;
  }
  return checked(values[2], values[3]);
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  constexpr std::size_t kProlog = 4096;  // an SVG's XML declaration and comments come first
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png_size(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif_size(bytes);
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return webp_size(bytes);
  return bytes.substr(0, kProlog).find("<svg") == std::string_view::npos ? std::nullopt : svg_size(bytes);
}

}  // namespace indexer
