// What Quarto and Pandoc do not show on web pages.
#pragma once

#include <string_view>

namespace indexer {

// Whether a block or a span of these attributes (`{.content-hidden when-format="html"}`) or of this lone
// class
// (`hidden`) is kept from readers. What depends on a profile or on metadata is, too.
bool hides_text(std::string_view attributes);

}  // namespace indexer
