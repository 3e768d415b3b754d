// Where front matter begins and ends in a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/findings/diagnostics.h"

namespace indexer {

inline constexpr std::string_view kFrontMatterSyntax = "front-matter-syntax";

struct FrontMatterBlock {
  std::optional<std::string_view> yaml;  // between the two lines of ---; absent when it cannot be used
  std::size_t body_offset = 0;           // where the Markdown begins; 0 when there is no front matter
  int body_line = 1;
};

// Reports front matter that never ends (its text is then the body's, so that nothing is lost), is too long,
// or is TOML.
FrontMatterBlock find_front_matter(std::string_view text, Diagnostics& diags);

}  // namespace indexer
