// widget.js, the script that puts the help button into other sites. Its template is widget.js.mustache.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// 404 unless site.yaml names origins that may use it.
Reply widget_script(const Visit& visit);

}  // namespace searchd
