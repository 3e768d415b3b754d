#include "indexer/dialects/hidden_blocks.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::string_view kBlockSign = ":::";

// "html" of `when-format="html"`; "" when the attribute is not there.
std::string_view format_of(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(name);
  if (at == std::string_view::npos || !attributes.substr(at + name.size()).starts_with('=')) return {};
  const std::string_view value = kb::trim(attributes.substr(at + name.size() + 1), "\"' ");
  return value.substr(0, value.find_first_of("\"' }"));
}

bool is_web(std::string_view format) {
  return format.find("html") != std::string_view::npos || format == "web" || format == "hugo" ||
         format == "markdown";
}

// Whether a block of these attributes or of this lone class is kept from readers.
bool is_hidden_block(std::string_view attributes) {
  const auto has = [&](std::string_view word) { return attributes.find(word) != std::string_view::npos; };
  if (attributes == "hidden" || has(".hidden}") || has(".hidden ")) return true;
  const bool hides = has(".content-hidden");
  if (!hides && !has(".content-visible")) return false;
  if (has("-meta=") || has("-profile=")) return true;
  const std::string_view when = format_of(attributes, "when-format");
  const std::string_view unless = format_of(attributes, "unless-format");
  const bool holds = (when.empty() || is_web(when)) && (unless.empty() || !is_web(unless));
  return hides == holds;
}

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
    if (!is_hidden_block(name)) return false;
    depth = 1;
    opened = line.number;
    return true;
  });
  if (depth > 0)
    unclosed.add("a hidden `:::` block is never closed, so the rest of the page is hidden", {opened, 1});
}

}  // namespace indexer
