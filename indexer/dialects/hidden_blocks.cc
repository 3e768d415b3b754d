#include "indexer/dialects/hidden_blocks.h"

#include <algorithm>

#include "indexer/tags/hidden_attributes.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::string_view kBlockSign = ":::";

}  // namespace

void remove_hidden_blocks(Lines& lines, RuleFindings& unclosed) {
  if (!hold_any(lines, {".content-", "hidden"})) return;
  int depth = 0;  // of blocks within the hidden one, itself included
  int opened = 0;
  std::erase_if(lines, [&](const Line& line) {
    const std::string_view content = kb::trim(std::string_view(line.text).substr(content_start(line.text)));
    if (line.kind != LineKind::text || !content.starts_with(kBlockSign)) return depth > 0;
    const std::string_view name = kb::trim(content, ": ");
    if (depth > 0) {
      depth += name.empty() ? -1 : 1;
      return true;
    }
    if (!hides_text(name)) return false;
    depth = 1;
    opened = line.number;
    return true;
  });
  if (depth > 0)
    unclosed.add("a hidden `:::` block is never closed, so the rest of the page is hidden", {opened, 1});
}

}  // namespace indexer
