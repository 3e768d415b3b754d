#include "kb/meaning/meaning_model.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "kb/meaning/integer_product.h"
#include "kb/model/error.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr std::string_view kMagic = "FLMODEL1";
constexpr std::size_t kLangBytes = 8;
// Far above what a small model has, and small enough that no sum in the encoder overflows.
constexpr std::uint32_t kMostLayers = 8;
constexpr std::uint32_t kMostPieces = 65'536;
constexpr std::uint32_t kMostPlaces = 256;
constexpr std::uint32_t kWidest = 1024;
constexpr float kLargestWeight = 1000;

[[noreturn]] void refuse_model(const std::string& why) {
  throw Error("this is no model of meaning: " + why, "write the file again with tools/meaning");
}

// Reads numbers one after the other; little-endian, as they lie in the file.
class ModelReader {
 public:
  explicit ModelReader(std::string_view bytes) : left_(bytes) {}

  std::string_view bytes(std::size_t count) {
    if (count > left_.size()) refuse_model("it ends too early");
    const std::string_view taken = left_.substr(0, count);
    left_.remove_prefix(count);
    return taken;
  }

  std::uint32_t whole(std::uint32_t least, std::uint32_t most, const char* what) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
    if (value < least || value > most) refuse_model(std::string("wrong number of ") + what);
    return value;
  }

  std::vector<float> floats(std::size_t count) {
    const std::string_view raw = bytes(count * sizeof(float));
    std::vector<float> values(count);
    if (count > 0) std::memcpy(values.data(), raw.data(), raw.size());
    for (const float value : values)
      if (!(std::fabs(value) <= kLargestWeight)) refuse_model("a number is too large, or none");
    return values;
  }

  WeightMatrix matrix(std::size_t rows, std::size_t columns) {
    WeightMatrix made{rows, columns, {}, {}, {}};
    const std::string_view raw = bytes(rows * columns);
    made.weights.resize(raw.size());
    std::memcpy(made.weights.data(), raw.data(), raw.size());
    for (const std::int8_t weight : made.weights)
      if (weight == -128) refuse_model("a weight is too large");
    made.scale = floats(rows);
    return made;
  }

  WeightMatrix matrix_with_bias(std::size_t rows, std::size_t columns) {
    WeightMatrix made = matrix(rows, columns);
    made.bias = floats(rows);
    return made;
  }

  NormWeights norm(std::size_t width) {
    NormWeights made;
    made.scale = floats(width);
    made.bias = floats(width);
    return made;
  }

  bool at_end() const { return left_.empty(); }

 private:
  std::string_view left_;
};

WordPieces read_pieces(ModelReader& reader, std::size_t count) {
  WordPieces pieces;
  for (std::size_t i = 0; i < count; ++i) {
    const float score = reader.floats(1).front();
    const auto size = static_cast<unsigned char>(reader.bytes(1).front());
    const std::string_view text = reader.bytes(size);
    if (!is_valid_utf8(text)) refuse_model("a word piece is not UTF-8");
    pieces.add(std::string(text), score);
  }
  return pieces;
}

ModelLayer read_layer(ModelReader& reader, std::size_t input, std::size_t width, std::size_t hidden) {
  ModelLayer layer;
  layer.before_attention = reader.norm(input);
  layer.attention = reader.matrix_with_bias(3 * input, input);
  layer.attended = reader.matrix_with_bias(width, input);
  if (input != width) layer.skip = reader.matrix_with_bias(width, input);
  layer.before_hidden = reader.norm(width);
  layer.to_hidden = reader.matrix_with_bias(hidden, width);
  layer.from_hidden = reader.matrix_with_bias(width, hidden);
  return layer;
}

std::string read_lang(ModelReader& reader) {
  const std::string_view field = reader.bytes(kLangBytes);
  std::string lang(field.substr(0, field.find('\0')));
  if (lang.empty() || lang.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") != std::string::npos)
    refuse_model("it names no language");
  return lang;
}

}  // namespace

MeaningModel parse_model(std::string_view bytes) {
  static_assert(std::endian::native == std::endian::little);
  ModelReader reader(bytes);
  if (!bytes.starts_with(kMagic)) refuse_model("it does not begin with " + std::string(kMagic));
  reader.bytes(kMagic.size());
  MeaningModel model;
  model.lang = read_lang(reader);
  const std::uint32_t layers = reader.whole(1, kMostLayers, "layers");
  model.heads = reader.whole(1, kWidest, "heads");
  const std::uint32_t pieces = reader.whole(1, kMostPieces, "word pieces");
  model.longest = reader.whole(1, kMostPlaces, "places");
  const std::uint32_t input = reader.whole(kRowUnit, kWidest, "numbers of a piece");
  model.width = reader.whole(kRowUnit, kWidest, "numbers of a vector");
  const std::uint32_t hidden = reader.whole(kRowUnit, kLongestRow, "hidden numbers");
  for (const std::size_t size : {std::size_t{input}, model.width, std::size_t{hidden}})
    if (size % kRowUnit != 0) refuse_model("a width is no multiple of 16");
  if (input % model.heads != 0 || model.width % model.heads != 0) refuse_model("wrong number of heads");
  model.epsilon = reader.floats(1).front();
  if (!(model.epsilon > 0)) refuse_model("epsilon is not above 0");
  model.pieces = read_pieces(reader, pieces);
  model.embedding = reader.matrix(pieces, input);
  model.places = reader.floats(model.longest * input);
  for (std::uint32_t i = 0; i < layers; ++i)
    model.layers.push_back(read_layer(reader, i == 0 ? input : model.width, model.width, hidden));
  model.last = reader.matrix_with_bias(model.width, model.width);
  if (!reader.at_end()) refuse_model("it goes on behind its end");
  return model;
}

}  // namespace kb
