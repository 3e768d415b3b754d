// A made-up model of meaning, small enough for a test to write: one layer, or two of different widths.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace kb {

// Writes the bytes of a model as tools/meaning does. Its numbers are noise that is always the same, but the
// vectors of equal texts are equal, and texts that share words are near each other.
class TinyModel {
 public:
  std::string lang = "en";
  std::uint32_t layers = 2;
  std::uint32_t heads = 2;
  std::uint32_t places = 12;
  std::uint32_t input = 16;
  std::uint32_t width = 32;
  std::uint32_t hidden = 48;
  float epsilon = 0.001F;
  std::vector<std::string> pieces = {
      "", "\u2581", "\u2581parcel", "\u2581money", "\u2581refund", "\u2581where", "s"};

  std::string bytes() {
    out_ = "FLMODEL1" + lang + std::string(8 - lang.size(), '\0');
    for (const std::uint32_t number :
         {layers, heads, static_cast<std::uint32_t>(pieces.size()), places, input, width, hidden})
      raw(number);
    raw(epsilon);
    for (const std::string& piece : pieces) {
      raw(-static_cast<float>(piece.size()));
      out_ += static_cast<char>(piece.size());
      out_ += piece;
    }
    matrix(pieces.size(), input);
    floats(places * input, 0);
    for (std::uint32_t layer = 0; layer < layers; ++layer) add_layer(layer == 0 ? input : width);
    dense(width, width);
    return out_;
  }

 private:
  template <typename T>
  void raw(T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }
  void floats(std::size_t count, float value) {
    for (std::size_t i = 0; i < count; ++i) raw(value);
  }
  void matrix(std::size_t rows, std::size_t columns) {
    for (std::size_t i = 0; i < rows * columns; ++i) {
      seed_ = seed_ * 1664525U + 1013904223U;
      out_ += static_cast<char>(static_cast<std::int8_t>(static_cast<int>(seed_ >> 24U) % 121 - 60));
    }
    floats(rows, 0.002F);
  }
  void dense(std::size_t rows, std::size_t columns) {
    matrix(rows, columns);
    floats(rows, 0);
  }
  void norm(std::size_t size) {
    floats(size, 1);
    floats(size, 0);
  }
  void add_layer(std::size_t from) {
    norm(from);
    dense(3 * from, from);
    dense(width, from);
    if (from != width) dense(width, from);
    norm(width);
    dense(hidden, width);
    dense(width, hidden);
  }

  std::string out_;
  std::uint32_t seed_ = 7;
};

}  // namespace kb
