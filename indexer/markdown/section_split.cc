#include "indexer/markdown/section_split.h"

#include <span>

#include "indexer/markdown/tabs.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

kb::Section begin_section(const HtmlNode& heading) {
  kb::Section section;
  if (const std::string* id = heading.find("id")) section.anchor = *id;
  section.heading = plain_text(heading.children);
  section.level = heading.tag[1] - '0';
  section.heading_html = to_html(heading);
  return section;
}

}  // namespace

std::vector<kb::Section> split_sections(const HtmlNode& body) {
  const std::span<const HtmlNode> nodes(body.children);
  std::vector<kb::Section> sections(1);
  std::size_t begin = 0;
  for (std::size_t end = 0; end <= nodes.size(); ++end) {
    if (end < nodes.size() && !is_heading(nodes[end])) continue;
    const auto below = nodes.subspan(begin, end - begin);
    sections.back().html = kb::trim(to_html(below));
    sections.back().text = plain_text(below);
    sections.back().tabs = tabs_in(below, sections.back().text);
    if (end < nodes.size()) sections.push_back(begin_section(nodes[end]));
    begin = end + 1;
  }
  return sections;
}

}  // namespace indexer
