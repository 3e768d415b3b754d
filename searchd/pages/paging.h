// Which page numbers a list of results offers.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

struct Paging {
  int current = 1;
  int last = 1;
  std::vector<int> shown;  // the pages around the current one; none when there is only one page
};

// Of a list of `total`, so many on a page, and no more pages than `most`. A `page` beyond the last one
// becomes the last one.
Paging make_paging(int total, int page, int on_a_page, int most);

// Sets the links to the pages; `link` gives the address of one.
void set_paging(View& view, const Visit& visit, const Paging& paging,
                const std::function<std::string(int page)>& link);

}  // namespace searchd
