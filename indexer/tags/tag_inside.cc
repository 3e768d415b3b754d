#include "indexer/tags/tag_inside.h"

#include <algorithm>

#include "indexer/lines/markdown_words.h"
#include "indexer/tags/tag_labels.h"

namespace indexer {

bool holds_parts(const TaggedText& text, const PlacedTag& open) {
  const TagRole wanted = open.rule.role == TagRole::steps ? TagRole::step : TagRole::tab;
  const std::size_t own = text.tags[open.partner].partner;  // itself
  for (std::size_t at = own + 1; at < open.partner; ++at) {
    const PlacedTag& inside = text.tags[at];
    if (inside.rule.role == wanted && inside.partner != kNoTag) return true;
  }
  return false;
}

std::string fence_around(const TaggedText& text, const PlacedTag& open) {
  std::size_t longest = 2;
  for (std::size_t at = open.line; at <= text.tags[open.partner].line; ++at) {
    longest = std::max(longest, longest_backticks(text.lines[at].line.text));
  }
  return std::string(longest + 1, '`');
}

bool is_short_link(const TaggedText& text, const PlacedTag& open) {
  constexpr std::size_t kMostLines = 5;
  const PlacedTag& end = text.tags[open.partner];
  if (tag_target(open.tag).empty() || end.line - open.line > kMostLines) return false;
  for (std::size_t at = open.line; at <= end.line; ++at) {
    if (is_blank_line(text.lines[at].line.text)) return false;
  }
  return true;
}

}  // namespace indexer
