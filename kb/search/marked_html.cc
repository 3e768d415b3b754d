#include "kb/search/marked_html.h"

#include "kb/text/html.h"

namespace kb {

std::string mark(std::string_view text) { return "<mark>" + escape_html(text) + "</mark>"; }

std::string marked_html(const std::vector<SnippetPart>& parts) {
  std::string out;
  for (const SnippetPart& part : parts) out += part.match ? mark(part.text) : escape_html(part.text);
  return out;
}

}  // namespace kb
