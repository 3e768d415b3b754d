#include "searchd/pages/paging.h"

#include <algorithm>

namespace searchd {

namespace {

constexpr int kEachSide = 2;

}  // namespace

Paging make_paging(int total, int page, int on_a_page, int most) {
  Paging paging;
  paging.last = std::clamp((total + on_a_page - 1) / on_a_page, 1, most);
  paging.current = std::clamp(page, 1, paging.last);
  if (paging.last == 1) return paging;
  const int from = std::max(1, paging.current - kEachSide);
  const int to = std::min(paging.last, paging.current + kEachSide);
  for (int number = from; number <= to; ++number) paging.shown.push_back(number);
  return paging;
}

void set_paging(View& view, const Visit& visit, const Paging& paging,
                const std::function<std::string(int page)>& link) {
  view.set_list("pages", views_of(paging.shown, [&](int number) {
                  View item;
                  item.set("number", visit.strings().number(number));
                  item.set("url", link(number));
                  item.set("current", number == paging.current);
                  return item;
                }));
  view.set("prev_url", paging.current > 1 ? link(paging.current - 1) : "");
  view.set("next_url", paging.current < paging.last ? link(paging.current + 1) : "");
}

}  // namespace searchd
