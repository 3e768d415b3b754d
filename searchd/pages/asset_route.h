// Serves files by name: the theme's from memory, the content's images and downloads from the generation.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

Reply asset_route(const Visit& visit);
Reply favicon(const Visit& visit);  // for programs that ask for /favicon.ico without reading a page

}  // namespace searchd
