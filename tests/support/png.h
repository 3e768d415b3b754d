// Real PNG images, made by a formula and not compressed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace support {

// `grey` gives the brightness at x and y, 0 to 255.
inline std::string png(std::uint32_t width, std::uint32_t height,
                       const std::function<unsigned(std::uint32_t, std::uint32_t)>& grey) {
  const auto number = [](std::uint32_t n) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(n >> static_cast<unsigned>(shift));
    return out;
  };
  const auto chunk = [&](const std::string& typed) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : typed) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return number(static_cast<std::uint32_t>(typed.size() - 4)) + typed + number(~crc);
  };
  std::string rows = "\x78\x01";  // zlib: blocks that are stored, a line each
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (std::uint32_t y = 0; y < height; ++y) {
    std::string row(1, '\0');
    for (std::uint32_t x = 0; x < width; ++x) row += static_cast<char>(grey(x, y));
    const auto size = static_cast<std::uint32_t>(row.size());
    for (const std::uint32_t part :
         {y + 1 == height ? 1U : 0U, size & 255U, size >> 8U, ~size & 255U, (~size >> 8U) & 255U})
      rows += static_cast<char>(part);
    for (const char c : row) {
      a = (a + static_cast<unsigned char>(c)) % 65521;
      b = (b + a) % 65521;
    }
    rows += row;
  }
  rows += number((b << 16U) | a);
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1a\n"s + chunk("IHDR" + number(width) + number(height) + "\x08\0\0\0\0"s) +
         chunk("IDAT" + rows) + chunk("IEND");
}

inline std::string png(std::uint32_t width, std::uint32_t height) {
  return png(width, height, [](std::uint32_t x, std::uint32_t y) { return (x * 7 + y * 3) % 256; });
}

}  // namespace support
