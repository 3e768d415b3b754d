// Links inside the help panel of another site: to articles they stay in the panel, all others open a page of
// their own, since neither our full pages nor other sites may be shown in a frame.
#pragma once

#include <string>
#include <string_view>

#include "searchd/visit/visit.h"

namespace searchd {

// "/en/orders/track#late" -> "/en/widget/orders/track#late"
std::string frame_path(std::string_view path);

// An article's body, as the indexer wrote it, with its links changed.
std::string framed_html(const Visit& visit, std::string_view html);

}  // namespace searchd
