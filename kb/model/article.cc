#include "kb/model/article.h"

namespace kb {

std::string body_html(const Article& article) {
  std::string html;
  for (const Section& section : article.sections) html += section.heading_html + section.html;
  return html;
}

}  // namespace kb
