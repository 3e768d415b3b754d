#include "indexer/article/kept_back.h"

#include <doctest/doctest.h>

using namespace indexer;

namespace {

Page page(Visibility visibility, int day = 1) {
  Page page;
  page.visibility = visibility;
  page.meta.publish_date = std::chrono::sys_days{std::chrono::year{2026} / 12 / day};
  return page;
}

}  // namespace

TEST_CASE("what is kept back is counted by its reason") {
  CHECK(kept_back_text({page(Visibility::listed), page(Visibility::retired)}, 0).empty());
  CHECK(kept_back_text({page(Visibility::draft), page(Visibility::unlisted), page(Visibility::unlisted),
                        page(Visibility::not_yet, 3), page(Visibility::listed)},
                       1) == "2 unlisted, 1 draft, 1 scheduled for 2026-12-03, 1 that is no article");
  CHECK(kept_back_text({page(Visibility::not_yet, 3), page(Visibility::not_yet, 2), page(Visibility::draft),
                        page(Visibility::draft), page(Visibility::expired), page(Visibility::unclear)},
                       0) == "2 drafts, 2 scheduled from 2026-12-02, 1 expired, 1 with unclear front matter");
}
