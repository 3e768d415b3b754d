#include "kb/meaning/encoder.h"

#include <algorithm>
#include <cmath>

namespace kb {

namespace {

// Of libm's functions only the exact ones are used (fabs, floor, ldexp, sqrt): the others differ between
// versions and processors.
double exact_exp(double x) {
  constexpr double kLog2 = 0.693147180559945309;
  constexpr double kFar = 700;
  constexpr int kTerms = 14;
  if (!(x > -kFar)) return 0;  // also what is no number
  x = std::min(x, kFar);
  const double twos = std::floor(x / kLog2 + 0.5);
  const double rest = x - twos * kLog2;
  double sum = 1;
  for (int n = kTerms; n > 0; --n) sum = 1 + sum * rest / n;
  return std::ldexp(sum, static_cast<int>(twos));
}

double exact_tanh(double x) { return 1 - 2 / (exact_exp(2 * x) + 1); }

// A row of numbers for each piece of a text.
struct Rows {
  std::size_t count = 0;
  std::size_t columns = 0;
  std::vector<float> values;

  Rows(std::size_t rows, std::size_t width) : count(rows), columns(width), values(rows * width) {}
  float* row(std::size_t i) { return values.data() + i * columns; }
  const float* row(std::size_t i) const { return values.data() + i * columns; }
};

// The same in whole numbers, each row with a scale of its own.
struct WholeRows {
  std::vector<std::int16_t> values;
  std::vector<float> scale;
};

int nearest_whole(float x) { return static_cast<int>(x < 0 ? x - 0.5F : x + 0.5F); }

// Leaves 0 where a row is all 0, or has no finite largest.
WholeRows in_whole_numbers(const Rows& rows) {
  WholeRows out{std::vector<std::int16_t>(rows.values.size()), std::vector<float>(rows.count)};
  for (std::size_t i = 0; i < rows.count; ++i) {
    float most = 0;
    for (std::size_t k = 0; k < rows.columns; ++k) most = std::max(most, std::fabs(rows.row(i)[k]));
    const float by = static_cast<float>(kLargestNumber) / most;
    if (!std::isfinite(by) || !(most < 1e30F)) continue;
    out.scale[i] = most / static_cast<float>(kLargestNumber);
    for (std::size_t k = 0; k < rows.columns; ++k) {
      const float value = rows.row(i)[k] * by;
      if (std::isnan(value)) continue;
      out.values[i * rows.columns + k] = static_cast<std::int16_t>(
          std::clamp(nearest_whole(value), -int{kLargestNumber}, int{kLargestNumber}));
    }
  }
  return out;
}

class Pass {
 public:
  Pass(const MeaningModel& model, Instructions instructions) : model_(&model), instructions_(instructions) {}

  MeaningVector run(const std::vector<std::uint32_t>& pieces) const {
    Rows x = embedded(pieces);
    for (const ModelLayer& layer : model_->layers) x = through(layer, x);
    Rows mean(1, x.columns);
    for (std::size_t i = 0; i < x.count; ++i)
      for (std::size_t k = 0; k < x.columns; ++k) mean.values[k] += x.row(i)[k];
    for (float& value : mean.values) value /= static_cast<float>(x.count);
    return direction(product(model_->last, mean));
  }

 private:
  Rows embedded(const std::vector<std::uint32_t>& pieces) const {
    const WeightMatrix& embedding = model_->embedding;
    Rows x(pieces.size(), embedding.columns);
    for (std::size_t i = 0; i < x.count; ++i) {
      const std::int8_t* weights = embedding.weights.data() + pieces[i] * x.columns;
      const float* place = model_->places.data() + i * x.columns;
      for (std::size_t k = 0; k < x.columns; ++k)
        x.row(i)[k] = embedding.scale[pieces[i]] * static_cast<float>(weights[k]) + place[k];
    }
    return x;
  }

  Rows product(const WeightMatrix& matrix, const Rows& x) const {
    const WholeRows whole = in_whole_numbers(x);
    Rows y(x.count, matrix.rows);
    std::vector<std::int32_t> sums(x.count);
    for (std::size_t r = 0; r < matrix.rows; ++r) {
      add_products(instructions_, matrix.weights.data() + r * matrix.columns, whole.values.data(), x.count,
                   matrix.columns, sums.data());
      for (std::size_t i = 0; i < x.count; ++i)
        y.row(i)[r] = static_cast<float>(sums[i]) * (matrix.scale[r] * whole.scale[i]) + matrix.bias[r];
    }
    return y;
  }

  Rows normalized(const NormWeights& norm, const Rows& x) const {
    Rows y(x.count, x.columns);
    const auto width = static_cast<double>(x.columns);
    for (std::size_t i = 0; i < x.count; ++i) {
      double mean = 0;
      for (std::size_t k = 0; k < x.columns; ++k) mean += x.row(i)[k];
      mean /= width;
      double variance = 0;
      for (std::size_t k = 0; k < x.columns; ++k) variance += (x.row(i)[k] - mean) * (x.row(i)[k] - mean);
      const double by = 1 / std::sqrt(variance / width + model_->epsilon);
      for (std::size_t k = 0; k < x.columns; ++k)
        y.row(i)[k] = static_cast<float>((x.row(i)[k] - mean) * by) * norm.scale[k] + norm.bias[k];
    }
    return y;
  }

  // How much piece i attends to each piece. `all` holds queries, keys and values side by side.
  std::vector<float> attention_of(const Rows& all, std::size_t i, std::size_t head, std::size_t size) const {
    const float* query = all.row(i) + head * size;
    std::vector<double> scores(all.count);
    for (std::size_t j = 0; j < all.count; ++j) {
      const float* key = all.row(j) + all.columns / 3 + head * size;
      for (std::size_t k = 0; k < size; ++k) scores[j] += static_cast<double>(query[k]) * key[k];
      scores[j] /= std::sqrt(static_cast<double>(size));
    }
    const double most = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores) sum += score = exact_exp(score - most);
    std::vector<float> shares(scores.size());
    for (std::size_t j = 0; j < scores.size(); ++j) shares[j] = static_cast<float>(scores[j] / sum);
    return shares;
  }

  Rows attended(const Rows& all) const {
    const std::size_t width = all.columns / 3;
    const std::size_t size = width / model_->heads;
    Rows y(all.count, width);
    for (std::size_t head = 0; head < model_->heads; ++head) {
      for (std::size_t i = 0; i < all.count; ++i) {
        const std::vector<float> shares = attention_of(all, i, head, size);
        float* out = y.row(i) + head * size;
        for (std::size_t j = 0; j < all.count; ++j) {
          const float* value = all.row(j) + 2 * width + head * size;
          for (std::size_t k = 0; k < size; ++k) out[k] += shares[j] * value[k];
        }
      }
    }
    return y;
  }

  Rows through(const ModelLayer& layer, const Rows& x) const {
    const Rows all = product(layer.attention, normalized(layer.before_attention, x));
    Rows y = product(layer.attended, attended(all));
    add(y, layer.skip.rows > 0 ? product(layer.skip, x) : x);
    Rows hidden = product(layer.to_hidden, normalized(layer.before_hidden, y));
    for (float& value : hidden.values) value = std::max(value, 0.0F);
    add(y, product(layer.from_hidden, hidden));
    return y;
  }

  static void add(Rows& to, const Rows& more) {
    for (std::size_t i = 0; i < to.values.size(); ++i) to.values[i] += more.values[i];
  }

  MeaningVector direction(const Rows& y) const {
    std::vector<double> values;
    double squares = 0;
    for (const float value : y.values) {
      values.push_back(exact_tanh(value));
      squares += values.back() * values.back();
    }
    MeaningVector out(values.size());
    if (!(squares > 0)) return out;
    const double by = vector_scale(values.size()) / std::sqrt(squares);
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] =
          static_cast<std::int8_t>(std::clamp(nearest_whole(static_cast<float>(values[k] * by)), -127, 127));
    return out;
  }

 public:
  // What 1 is in a vector. No number of a vector is four times its mean but for few, which are cut.
  static double vector_scale(std::size_t width) { return 32 * std::sqrt(static_cast<double>(width)); }

 private:
  const MeaningModel* model_;
  Instructions instructions_;
};

}  // namespace

MeaningVector encode_meaning(const MeaningModel& model, std::string_view text, std::size_t most_pieces,
                             Instructions instructions) {
  std::vector<std::uint32_t> pieces = model.pieces.cut(text);
  pieces.resize(std::min({pieces.size(), std::max<std::size_t>(1, most_pieces), model.longest}));
  return Pass(model, instructions).run(pieces);
}

std::vector<double> cosines(const MeaningVector& vector, const std::vector<std::int8_t>& others) {
  const std::vector<std::int16_t> row(vector.begin(), vector.end());
  const double scale = Pass::vector_scale(vector.size());
  std::vector<double> found;
  for (std::size_t at = 0; at + vector.size() <= others.size(); at += vector.size()) {
    std::int32_t sum = 0;
    add_products(best_instructions(), others.data() + at, row.data(), 1, vector.size(), &sum);
    found.push_back(std::clamp(sum / (scale * scale), -1.0, 1.0));
  }
  return found;
}

double joined(const std::vector<double>& cosines) {
  constexpr double kSharpness = 12;
  constexpr double kDigits = 1e6;  // rounded, since log() differs in its last digit
  if (cosines.empty()) return 0;
  double sum = 0;
  for (const double cosine : cosines) sum += exact_exp(kSharpness * cosine);
  return std::round(std::log(sum) / kSharpness * kDigits) / kDigits;
}

}  // namespace kb
