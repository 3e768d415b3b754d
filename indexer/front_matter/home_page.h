// What home pages of other tools have in their front matter in place of a text: `hero:` and `features:` of
// VitePress and Starlight, `heroText:` and `tagline:` of VuePress.
#pragma once

#include <string_view>

#include "indexer/lines/lines.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

struct HomePage {
  std::string title;  // what the product is called, "" when nothing says it
  Lines lines;        // the text as Markdown; each line has the place of its key
};

// `front_matter` is a map. Empty for a page that has none of these keys.
HomePage read_home_page(const YamlNode& front_matter);

// Whether read_home_page() reads it.
bool is_home_page_key(std::string_view key);

}  // namespace indexer
