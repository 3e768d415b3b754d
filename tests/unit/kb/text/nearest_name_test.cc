#include "kb/text/nearest_name.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace kb;

TEST_CASE("nearest name: few edits, a swap counting as one, and nothing too far") {
  constexpr std::array<std::string_view, 3> kNames{"title", "description", "tags"};
  CHECK(nearest_name("titel", kNames) == "title");
  CHECK(nearest_name("tittle", kNames) == "title");
  CHECK(nearest_name("desciption", kNames) == "description");
  CHECK(nearest_name("títle", kNames) == "title");
  CHECK(nearest_name("layout", kNames).empty());
  CHECK(nearest_name(std::string(100'000, 'x'), kNames).empty());
}

TEST_CASE("nearest name: letters are counted, not bytes") {
  constexpr std::array<std::string_view, 1> kNames{"größe"};
  CHECK(nearest_name("grösse", kNames) == "größe");
  CHECK(nearest_name("grase", kNames).empty());
}
