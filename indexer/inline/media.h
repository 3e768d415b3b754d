// Films, embedded pages, pictures, icons and references to pages as each tool's tags have them. A film or
// page of another server becomes a link, since playing it would tell that server who reads what; a picture or
// film of the content folder becomes Markdown's image.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

void read_media(Lines& lines);

}  // namespace indexer
