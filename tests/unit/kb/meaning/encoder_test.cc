#include "kb/meaning/encoder.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "tests/unit/kb/meaning/tiny_model.h"

namespace kb {
namespace {

constexpr std::size_t kMany = 100;

MeaningModel tiny() { return parse_model(TinyModel().bytes()); }

double cosine(const MeaningVector& a, const MeaningVector& b) { return cosines(a, b).front(); }

TEST_CASE("encoder: all instructions give the same vector") {
  const MeaningModel model = tiny();
  for (const char* text :
       {"", "parcel", "where is my parcel", "money refund where parcels s s s s s s s s s"}) {
    CAPTURE(text);
    const MeaningVector plain = encode_meaning(model, text, kMany, Instructions::plain);
    CHECK(plain.size() == 32);
    if (best_instructions() == Instructions::plain) continue;
    CHECK(encode_meaning(model, text, kMany, Instructions::sse2) == plain);
    if (best_instructions() == Instructions::avx2)
      CHECK(encode_meaning(model, text, kMany, Instructions::avx2) == plain);
  }
}

TEST_CASE("encoder: the vector is the same on every machine") {
  const MeaningVector vector = encode_meaning(tiny(), "where parcels", kMany);
  std::string numbers;
  for (std::size_t i = 0; i < 8; ++i) numbers += std::to_string(vector[i]) + " ";
  CHECK(numbers == "-8 -13 32 10 34 -14 -4 -53 ");
}

TEST_CASE("encoder: a vector has the length 1") {
  const MeaningModel model = tiny();
  const MeaningVector vector = encode_meaning(model, "where is my parcel", kMany);
  CHECK(cosine(vector, vector) == doctest::Approx(1).epsilon(0.02));
  CHECK(cosine(vector, encode_meaning(model, "money", kMany)) < 0.9);
}

TEST_CASE("encoder: no more pieces are read than asked for, nor than the model has places for") {
  const MeaningModel model = tiny();
  CHECK(encode_meaning(model, "parcel refund", 1) == encode_meaning(model, "parcel", kMany));
  CHECK(encode_meaning(model, "parcel refund", 0) == encode_meaning(model, "parcel", kMany));
  const std::string twelve =
      "parcel parcel parcel parcel parcel parcel parcel parcel parcel parcel parcel parcel";
  CHECK(encode_meaning(model, twelve + " refund", kMany) == encode_meaning(model, twelve, kMany));
}

TEST_CASE("encoder: cosines of none, and joined") {
  CHECK(cosines(MeaningVector(32), {}).empty());
  CHECK(joined({}) == 0);
  CHECK(joined({0.5}) == doctest::Approx(0.5));
  CHECK(joined({0.5, 0.5}) == doctest::Approx(0.5 + std::log(2) / 12).epsilon(1e-5));
  CHECK(joined({0.9, 0.1}) == doctest::Approx(0.9).epsilon(0.001));
}

}  // namespace
}  // namespace kb
