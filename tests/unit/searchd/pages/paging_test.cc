#include "searchd/pages/paging.h"

#include <doctest/doctest.h>

using searchd::make_paging;

TEST_CASE("paging: a window around the current page") {
  CHECK(make_paging(0, 1, 10, 101).shown.empty());
  CHECK(make_paging(10, 1, 10, 101).shown.empty());
  CHECK(make_paging(11, 1, 10, 101).shown == std::vector<int>{1, 2});
  CHECK(make_paging(95, 5, 10, 101).shown == std::vector<int>{3, 4, 5, 6, 7});
  CHECK(make_paging(95, 10, 10, 101).shown == std::vector<int>{8, 9, 10});
}

TEST_CASE("paging: beyond the end is the last page") {
  CHECK(make_paging(25, 9, 10, 101).current == 3);
  CHECK(make_paging(25, 0, 10, 101).current == 1);
  CHECK(make_paging(0, 7, 10, 101).current == 1);
  CHECK(make_paging(100'000, 100'000, 10, 101).current == 101);
}
