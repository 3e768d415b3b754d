// Finds the tags of a text and which of them belong together.
#pragma once

#include <vector>

#include "indexer/lines/lines.h"
#include "indexer/tags/tag_rules.h"

namespace indexer {

inline constexpr std::size_t kNoTag = static_cast<std::size_t>(-1);

struct PlacedTag {
  Tag tag;
  TagRule rule;
  std::string written;           // of an HTML element without its code
  std::size_t line = 0;          // of the lines, from 0
  std::size_t column = 0;        // bytes before it
  std::size_t partner = kNoTag;  // the other tag of the pair
  std::size_t parent = kNoTag;   // the pair's opening tag that it stands in
  std::size_t depth = 0;         // pairs around it
  bool is_text = false;          // stays as written: it is closed nowhere, or opened nowhere
  bool holds_code = false;       // what is inside is code
};

// A piece of a line: a text, or a tag.
struct LinePiece {
  std::string text;
  std::size_t tag = kNoTag;
};

struct TaggedLine {
  Line line;
  std::vector<LinePiece> pieces;  // none when the line is left alone
};

struct TaggedText {
  std::vector<TaggedLine> lines;
  std::vector<PlacedTag> tags;
};

// `is_mdx`: HTML elements are tags, too. Linear in the size of the text.
TaggedText find_tags(const Lines& lines, bool is_mdx);

}  // namespace indexer
