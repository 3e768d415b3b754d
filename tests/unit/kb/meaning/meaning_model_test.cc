#include "kb/meaning/meaning_model.h"

#include <doctest/doctest.h>

#include <limits>

#include "kb/meaning/encoder.h"
#include "kb/model/error.h"
#include "tests/unit/kb/meaning/tiny_model.h"

namespace kb {
namespace {

std::string refusal(const std::string& bytes) {
  try {
    parse_model(bytes);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST_CASE("meaning model: what tools/meaning writes is read") {
  TinyModel tiny;
  const MeaningModel model = parse_model(tiny.bytes());
  CHECK(model.lang == "en");
  CHECK(model.heads == 2);
  CHECK(model.longest == 12);
  CHECK(model.width == 32);
  CHECK(model.pieces.size() == 7);
  REQUIRE(model.layers.size() == 2);
  CHECK(model.layers[0].skip.rows == 32);
  CHECK(model.layers[1].skip.rows == 0);
  CHECK(model.layers[1].attention.rows == 96);
}

TEST_CASE("meaning model: a file that is cut or goes on is refused") {
  const std::string whole = TinyModel().bytes();
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 40) {
    CAPTURE(size);
    CHECK(refusal(whole.substr(0, size)).starts_with("this is no model of meaning: it "));
  }
  CHECK(refusal(whole + "x") == "this is no model of meaning: it goes on behind its end");
  CHECK(refusal("GGUF" + whole) == "this is no model of meaning: it does not begin with FLMODEL1");
}

TEST_CASE("meaning model: numbers that fit nothing are refused") {
  const auto with = [](auto change) {
    TinyModel tiny;
    change(tiny);
    return refusal(tiny.bytes());
  };
  const std::string no = "this is no model of meaning: ";
  CHECK(with([](TinyModel& m) { m.layers = 0; }) == no + "wrong number of layers");
  CHECK(with([](TinyModel& m) { m.layers = 9; }) == no + "wrong number of layers");
  CHECK(with([](TinyModel& m) { m.heads = 0; }) == no + "wrong number of heads");
  CHECK(with([](TinyModel& m) { m.heads = 3; }) == no + "wrong number of heads");
  CHECK(with([](TinyModel& m) { m.pieces.clear(); }) == no + "wrong number of word pieces");
  CHECK(with([](TinyModel& m) { m.places = 0; }) == no + "wrong number of places");
  CHECK(with([](TinyModel& m) { m.places = 1000; }) == no + "wrong number of places");
  CHECK(with([](TinyModel& m) { m.input = 24; }) == no + "a width is no multiple of 16");
  CHECK(with([](TinyModel& m) { m.width = 2048; }) == no + "wrong number of numbers of a vector");
  CHECK(with([](TinyModel& m) { m.hidden = 4096; }) == no + "wrong number of hidden numbers");
  CHECK(with([](TinyModel& m) { m.lang = ""; }) == no + "it names no language");
  CHECK(with([](TinyModel& m) { m.lang = "../x"; }) == no + "it names no language");
  CHECK(with([](TinyModel& m) { m.epsilon = 0; }) == no + "epsilon is not above 0");
  CHECK(with([](TinyModel& m) { m.epsilon = std::numeric_limits<float>::quiet_NaN(); }) ==
        no + "a number is too large, or none");
  CHECK(with([](TinyModel& m) { m.pieces[2] = "\xFF"; }) == no + "a word piece is not UTF-8");
}

// Whatever the bytes are: refused, or good to use.
TEST_CASE("meaning model: any byte may be wrong") {
  const std::string whole = TinyModel().bytes();
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    for (const char byte : {'\x7F', '\x80', '\xFF'}) {
      std::string changed = whole;
      changed[at] = byte;
      if (!refusal(changed).empty()) continue;
      CHECK(encode_meaning(parse_model(changed), "where is my parcel", 12).size() == 32);
    }
  }
}

}  // namespace
}  // namespace kb
