// A model of meaning: the weights of a small transformer that turns a sentence into a vector, and its word
// pieces. tools/meaning writes the file; docs/index-format.md describes its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kb/meaning/word_pieces.h"

namespace kb {

// Row r stands for scale[r] times its whole numbers. A product with a vector adds `bias`, which is empty or
// has one number a row.
struct WeightMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::int8_t> weights;  // row by row
  std::vector<float> scale;
  std::vector<float> bias;
};

// Layer normalisation.
struct NormWeights {
  std::vector<float> scale;
  std::vector<float> bias;
};

struct ModelLayer {
  NormWeights before_attention;
  WeightMatrix attention;  // to queries, keys and values, one after the other
  WeightMatrix attended;
  WeightMatrix skip;  // around the attention; without rows where input and output have one width
  NormWeights before_hidden;
  WeightMatrix to_hidden;
  WeightMatrix from_hidden;
};

struct MeaningModel {
  std::string lang;  // of the texts it understands: "en"
  std::size_t heads = 1;
  std::size_t longest = 0;  // pieces of a text that are read
  std::size_t width = 0;    // numbers of a vector
  float epsilon = 0;        // of the layer normalisations
  WordPieces pieces;
  WeightMatrix embedding;     // a row for each piece
  std::vector<float> places;  // what is added at each place, `longest` rows as wide as the embedding
  std::vector<ModelLayer> layers;
  WeightMatrix last;
};

// Throws Error when the bytes are not what tools/meaning writes. Whatever is accepted can be used: sizes fit
// each other, all numbers are finite and not large.
MeaningModel parse_model(std::string_view bytes);

}  // namespace kb
