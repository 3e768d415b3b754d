#include "searchd/pages/troubleshooting_steps.h"

#include <algorithm>

#include "kb/text/heading_number.h"

namespace searchd {

std::vector<Step> steps_of(const kb::Article& article) {
  std::vector<Step> steps;
  if (article.type != kb::ArticleType::troubleshooting) return steps;
  const auto& sections = article.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (kb::heading_number(sections[i].heading) != steps.size() + 1) continue;
    if (!steps.empty() && sections[i].level != sections[steps.front().begin].level) continue;
    const auto next = std::find_if(sections.begin() + static_cast<std::ptrdiff_t>(i) + 1, sections.end(),
                                   [&](const auto& other) { return other.level <= sections[i].level; });
    steps.push_back({i, static_cast<std::size_t>(next - sections.begin())});
  }
  return steps;
}

}  // namespace searchd
