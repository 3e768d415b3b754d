#include "kb/search/marked_html.h"

namespace kb {

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string mark(std::string_view text) { return "<mark>" + escape_html(text) + "</mark>"; }

std::string marked_html(const std::vector<SnippetPart>& parts) {
  std::string out;
  for (const SnippetPart& part : parts) out += part.match ? mark(part.text) : escape_html(part.text);
  return out;
}

}  // namespace kb
