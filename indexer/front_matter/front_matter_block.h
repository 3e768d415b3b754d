// Where front matter begins and ends in a file.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/findings/finding.h"

namespace indexer {

inline constexpr std::string_view kFrontMatterSyntax = "front-matter-syntax";

struct FrontMatterBlock {
  // unusable: it never ends or is too long. none: there is none.
  enum class Format { none, unusable, yaml, toml, json };
  Format format = Format::none;
  // Between its fences, or what there is of it; of none: what stands above the text and looks like keys.
  std::string_view text;
  int line = 1;                 // of `text`
  bool is_late = false;         // blank lines or comments stand before it
  std::size_t body_offset = 0;  // where the Markdown begins; 0 when there is no front matter
  int body_line = 1;
};

// YAML between lines of ---, TOML between +++, JSON between { and }; a word behind the first fence may name
// the format. Reports front matter that never ends (its text is then the body's, so that nothing is lost) or
// is too long.
FrontMatterBlock find_front_matter(std::string_view text, FileFindings& findings);

// Lines of `key: value` between two lines of dashes or pluses, somewhere in a text.
struct LaterBlock {
  std::string_view text;
  int line = 0;  // lines before it
};

// Those that hold a key of visibility_keys.h, outside code; at most 20.
std::vector<LaterBlock> later_blocks(std::string_view body);

}  // namespace indexer
