// Notices as pages show them: one line each, opened on demand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

struct Layout;

View notice_view(const Visit& visit, const kb::Notice& notice);

// Those that concern a page: all on the home page; elsewhere those of the page's category and of the ones
// around it, and those for everywhere; never above the article they speak of. At most kMostNotices: the
// status page has all.
inline constexpr std::size_t kMostNotices = 3;
std::vector<View> notice_views(const Visit& visit, const Layout& layout);

// How things stand with what the article describes, by the newest notice that names it; may be null.
const kb::Notice* status_of(const Visit& visit, std::string_view article_id);

}  // namespace searchd
