// How things stand: every notice, open ones first.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply status_page(const Visit& visit);

}  // namespace searchd
