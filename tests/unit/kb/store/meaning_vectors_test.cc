#include "kb/store/meaning_vectors.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

using Numbers = std::vector<std::int8_t>;

std::string two_and_none_and_one() {
  MeaningVectorsWriter writer(2);
  writer.add({1, 2, 3, 4});
  writer.add({});
  writer.add({-5, -6});
  return writer.encode();
}

TEST_CASE("meaning vectors: each article has its own") {
  TempFolder folder;
  folder.write("meaning", two_and_none_and_one());
  const MeaningVectors vectors(folder / "meaning", 2, 3);
  CHECK(vectors.of(1) == Numbers{1, 2, 3, 4});
  CHECK(vectors.of(2) == Numbers{});
  CHECK(vectors.of(3) == Numbers{-5, -6});
  CHECK(vectors.of(0) == Numbers{});
  CHECK(vectors.of(4) == Numbers{});
}

TEST_CASE("meaning vectors: what does not fit is refused") {
  TempFolder folder;
  const auto refused = [&](const std::string& bytes, std::size_t width, std::size_t articles) {
    folder.write("meaning", bytes);
    return error_of([&] { MeaningVectors(folder / "meaning", width, articles); }) ==
           "cannot read the vectors of meaning in " + (folder / "meaning").string() +
               "\nbuild the content again";
  };
  const std::string good = two_and_none_and_one();
  CHECK_FALSE(refused(good, 2, 3));
  CHECK(refused(good, 4, 3));
  CHECK(refused(good, 2, 2));
  CHECK(refused(good + "x", 2, 3));
  for (std::size_t size = 0; size < good.size(); ++size) CHECK(refused(good.substr(0, size), 2, 3));
  std::string falling = good;
  falling[16] = 9;  // the first article ends behind the second
  CHECK(refused(falling, 2, 3));
}

TEST_CASE("meaning vectors: a file that is cut while it is read is an error") {
  TempFolder folder;
  folder.write("meaning", two_and_none_and_one());
  const MeaningVectors vectors(folder / "meaning", 2, 3);
  std::filesystem::resize_file(folder / "meaning", 10);
  CHECK_THROWS_AS(vectors.of(3), Error);
}

}  // namespace
}  // namespace kb
