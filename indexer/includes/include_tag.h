// How other tools' writers bring in another file, one tag at a time: what it names and which part of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/includes/excerpt.h"

namespace indexer {

// From where a target that does not begin with `./` or `../` is looked for, besides the folder of the file
// that holds the tag: in that folder and in each that it lies in, and there in the folders that the tool has
// for it.
enum class IncludePlace { plain, liquid, hugo, snippets, mdx };

using IncludeArguments = std::map<std::string, std::string, std::less<>>;

struct IncludeTag {
  std::size_t size = 0;  // bytes of the tag
  std::string target;    // "parts/safety.md"
  IncludePlace place = IncludePlace::plain;
  Excerpt part;
  bool in_code = false;        // the tool reads it in code, too
  bool as_code = false;        // the file becomes a block of code
  std::string language;        // of that; "": what the file's name says
  std::string title;           // of that; ""
  std::string otherwise;       // stands in the text when there is no file
  IncludeArguments arguments;  // what the file's text may ask for
};

// The tag that `rest` begins with. `is_first`: nothing but blanks, quote signs and a list marker stands
// before it on its line.
std::optional<IncludeTag> include_tag_at(std::string_view rest, bool is_first);

// Whether a line's own text begins with `--8<--`, which brings in what is named behind it in quotes, or on
// the lines up to the next one.
bool is_scissors(std::string_view content);

// What "x.md:2:5" names there.
IncludeTag snippet(std::string_view whole);

// `name="value"`, `name='value'` and `name=value`; values without a name are "0", "1" ... as they come.
IncludeArguments read_arguments(std::string_view text);

}  // namespace indexer
