// The part of a file that an include asks for.
#pragma once

#include <optional>
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
  // Texts that the lines before the first and behind the last one hold, or these themselves (Sphinx).
  std::string start_after;
  std::string start_at;
  std::string end_before;
  std::string end_at;

  bool has_marks() const {
    return !start_after.empty() || !start_at.empty() || !end_before.empty() || !end_at.empty();
  }
  bool is_whole() const { return name.empty() && ranges.empty() && !has_marks(); }
};

// "name", "2", "2:5", "2:", ":5" and, with commas, several ranges. `lone_is_one`: "2" is that line only, not
// all from there on. A `-` may stand for the colon.
Excerpt read_excerpt(std::string_view text, bool lone_is_one);

// DocFX's "x.cs#L1-L5", "x.cs#Name", "x.cs?name=Name&range=1-5,9"; and texts as "start-after=...".
Excerpt read_docfx_excerpt(std::string_view target);

// Where the texts are that the part begins or ends at: lines instead of them. nullopt when one is not there.
std::optional<Excerpt> with_lines_of_marks(std::string_view text, Excerpt part);

// Named parts stand between lines with `ANCHOR: name` and `ANCHOR_END: name` (mdBook), `#region name` and
// `#endregion` (VitePress), `<name>` and `</name>` (DocFX), or `--8<-- [start:name]` and `--8<-- [end:name]`
// (MkDocs); the lines with marks are left out. "" when there is no part of that name.
std::string cut_excerpt(std::string_view text, const Excerpt& part);

}  // namespace indexer
