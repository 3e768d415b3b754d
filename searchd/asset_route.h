// Files by name: the theme's from memory, the content's images and downloads from the generation.
#pragma once

#include "searchd/visit.h"

namespace searchd {

Reply asset_route(const Visit& visit);

}  // namespace searchd
