#include "searchd/pages/troubleshooting_steps.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace searchd {

namespace {

constexpr std::string_view kBlanks =
    " \xC2\xA0\xE2\x80\xAF";  // also the no-break spaces that French has before its colon

// 3 for "Step 3: Restart" and "3) Restart": at most one word, a number and a mark. 0 for "Step 4.2".
std::size_t number_of(std::string_view heading) {
  const auto at = std::min(heading.find_first_of("0123456789"), heading.size());
  const std::string_view word = heading.substr(0, at);
  if (at > 0 && word.find(' ') != at - 1) return 0;
  std::size_t number = 0;
  const auto read = std::from_chars(heading.data() + at, heading.data() + heading.size(), number);
  heading.remove_prefix(static_cast<std::size_t>(read.ptr - heading.data()));
  heading.remove_prefix(std::min(heading.find_first_not_of(kBlanks), heading.size()));
  const bool marked = heading.starts_with(": ") || heading.starts_with(". ") || heading.starts_with(") ");
  return marked ? number : 0;
}

}  // namespace

std::vector<Step> steps_of(const kb::Article& article) {
  std::vector<Step> steps;
  if (article.type != kb::ArticleType::troubleshooting) return steps;
  const auto& sections = article.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (number_of(sections[i].heading) != steps.size() + 1) continue;
    if (!steps.empty() && sections[i].level != sections[steps.front().begin].level) continue;
    const auto next = std::find_if(sections.begin() + static_cast<std::ptrdiff_t>(i) + 1, sections.end(),
                                   [&](const auto& other) { return other.level <= sections[i].level; });
    steps.push_back({i, static_cast<std::size_t>(next - sections.begin())});
  }
  return steps;
}

}  // namespace searchd
