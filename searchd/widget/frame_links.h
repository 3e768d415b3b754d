// Adapts links to the help panel. Links to articles and categories stay in the panel. All others open a new
// page, since neither our full pages nor other sites may be shown in a frame.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

// "/en/orders/track#late" -> "/en/widget/orders/track#late"
std::string frame_path(std::string_view path);

// An article's body, as the indexer wrote it, with its links adapted.
std::string framed_html(const Visit& visit, std::string_view html);

}  // namespace searchd
