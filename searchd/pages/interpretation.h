// The honest line: what search did to the query, in sentences.
#pragma once

#include <vector>

#include "kb/search/search.h"
#include "searchd/theme/strings.h"
#include "searchd/theme/view.h"

namespace searchd {

// One view with `html` for each sentence; empty when the query was searched as typed.
std::vector<View> interpretation_views(const kb::Interpretation& interpretation, const Strings& strings);

}  // namespace searchd
