// Which page numbers a list of results offers.
#pragma once

#include <vector>

namespace searchd {

struct Paging {
  int current = 1;
  int last = 1;
  std::vector<int> shown;  // the pages around the current one; none when there is only one page
};

// `total` is the number of results. A `page` beyond the last one becomes the last one.
Paging make_paging(int total, int page);

}  // namespace searchd
