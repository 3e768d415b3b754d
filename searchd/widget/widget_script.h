// widget.js: the one script that puts a help button into other sites. Its text is
// templates/widget.js.mustache.
#pragma once

#include "searchd/visit/visit.h"

namespace searchd {

// Not found unless site.yaml names origins that may use it.
Reply widget_script(const Visit& visit);

}  // namespace searchd
