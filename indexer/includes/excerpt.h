// The part of a file that an include asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct LineRange {
  std::size_t first = 1;
  std::size_t last = static_cast<std::size_t>(-1);
};

// All of the file when there is neither a name nor a range.
struct Excerpt {
  std::string name;               // of a part between two marks
  std::vector<LineRange> ranges;  // lines, from 1; of a named part when there is a name
};

// "name", "2", "2:5", "2:", ":5" and, with commas, several ranges. `lone_is_one`: "2" is that line only, not
// all from there on. A `-` may stand for the colon.
Excerpt read_excerpt(std::string_view text, bool lone_is_one);

// Named parts stand between lines with `ANCHOR: name` and `ANCHOR_END: name` (mdBook), `#region name` and
// `#endregion` (VitePress), `<name>` and `</name>` (DocFX), or `--8<-- [start:name]` and `--8<-- [end:name]`
// (MkDocs); the lines with marks are left out. "" when there is no part of that name.
std::string cut_excerpt(std::string_view text, const Excerpt& part);

}  // namespace indexer
