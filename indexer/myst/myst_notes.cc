#include "indexer/myst/myst_notes.h"

#include <algorithm>

namespace indexer {

bool is_myst_comment(std::string_view text) {
  const std::string_view content = text.substr(std::min(text.find_first_not_of(" \t>"), text.size()));
  return content.starts_with('%');
}

bool is_for_readers(const MystDirective& directive) {
  return directive.action != MystAction::hidden &&
         (directive.action != MystAction::only || directive.argument == "html");
}

void remove_myst_notes(Lines& lines, const DialectContext& context) {
  std::string fence;  // of what is hidden, or of code
  bool hides = false;
  std::erase_if(lines, [&](const Line& line) {
    const std::string_view content = std::string_view(line.text).substr(content_start(line.text));
    if (!fence.empty()) {
      const bool was_hidden = hides;
      if (closes_myst(content, fence)) {
        fence.clear();
        hides = false;
      }
      return was_hidden;
    }
    if (const auto directive = myst_opening(content, context.is_sphinx)) {
      hides = !is_for_readers(*directive);
      const bool is_code = directive->action == MystAction::code || directive->action == MystAction::code_tab;
      if (hides || is_code) fence = directive->fence;
      return hides;
    }
    if (const std::string_view code = fence_of(content); !code.empty() && !closes_myst(content, code))
      fence = code;
    return context.is_sphinx && fence.empty() && is_myst_comment(line.text);
  });
}

}  // namespace indexer
