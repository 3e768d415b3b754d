// Says in sentences what search made of the query: corrections, synonyms, words it ignored.
#pragma once

#include <vector>

#include "kb/search/search.h"
#include "searchd/theme/strings.h"
#include "searchd/theme/view.h"

namespace searchd {

// One view with `html` per sentence; none when the query was searched as typed.
std::vector<View> interpretation_views(const kb::Interpretation& interpretation, const Strings& strings);

}  // namespace searchd
