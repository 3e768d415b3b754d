// Where the file may lie that an include names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/includes/include_tag.h"

namespace indexer {

// Paths below the content folder, the likeliest first. `file` holds the tag; `article` is the article that it
// is or that it was brought into.
std::vector<std::string> include_paths(const IncludeTag& tag, std::string_view file,
                                       std::string_view article);

bool is_markdown_name(std::string_view path);

// Whether it is a template of a theme, of which only what the tag says can be read.
bool is_template(const IncludeTag& tag);

}  // namespace indexer
