// Which page numbers a list of results offers.
#pragma once

#include <vector>

namespace searchd {

struct Paging {
  int current = 1;
  int last = 1;
  std::vector<int> shown;  // a window around the current one; empty when there is one page only
};

// `total` results, `page` as asked for: beyond the end it is the last one.
Paging make_paging(int total, int page);

}  // namespace searchd
