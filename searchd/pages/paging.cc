#include "searchd/pages/paging.h"

#include <algorithm>

#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

constexpr int kEachSide = 2;

}  // namespace

Paging make_paging(int total, int page) {
  Paging paging;
  paging.last = std::clamp((total + kHitsPerPage - 1) / kHitsPerPage, 1, kMaxPage);
  paging.current = std::clamp(page, 1, paging.last);
  if (paging.last == 1) return paging;
  const int from = std::max(1, paging.current - kEachSide);
  const int to = std::min(paging.last, paging.current + kEachSide);
  for (int number = from; number <= to; ++number) paging.shown.push_back(number);
  return paging;
}

}  // namespace searchd
