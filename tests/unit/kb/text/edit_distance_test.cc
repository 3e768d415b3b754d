#include "kb/text/edit_distance.h"

#include <doctest/doctest.h>

#include <string>

namespace kb {
namespace {

TEST_CASE("edit distance: edits are counted, a swap of neighbours as one") {
  struct Example {
    std::u32string_view a;
    std::u32string_view b;
    int distance;
  };
  for (const auto& [a, b, distance] : {
           Example{U"", U"", 0},
           Example{U"order", U"order", 0},
           Example{U"order", U"oder", 1},
           Example{U"oder", U"order", 1},
           Example{U"order", U"ordor", 1},
           Example{U"order", U"rdoer", 2},
           Example{U"order", U"odrer", 1},
           Example{U"ab", U"ba", 1},
           Example{U"abc", U"ca", 3},  // optimal string alignment edits no part twice
           Example{U"", U"abc", 3},
           Example{U"größe", U"grosse", 3},
           Example{U"kitten", U"sitting", 3},
       }) {
    CHECK(edit_distance(a, b, 5) == distance);
    CHECK(edit_distance(b, a, 5) == distance);
    CHECK(edit_distance(a, b, distance) == distance);
    if (distance > 0) CHECK(edit_distance(a, b, distance - 1) == distance);
  }
  CHECK(edit_distance(U"kitten", U"zzzzzz", 2) == 3);
  CHECK(edit_distance(std::u32string(64, 'a'), std::u32string(64, 'a'), 2) == 0);
  CHECK(edit_distance(std::u32string(65, 'a'), std::u32string(64, 'a'), 2) == 3);
  CHECK(edit_distance(std::u32string(64, 'a'), std::u32string(65, 'a'), 2) == 3);
}

}  // namespace
}  // namespace kb
