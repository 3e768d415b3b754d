#include "indexer/article/kept_back.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "kb/model/date.h"

namespace indexer {

namespace {

std::string scheduled(long count, const std::vector<Page>& pages) {
  std::optional<std::chrono::sys_days> first;
  for (const Page& page : pages) {
    const auto& date = page.meta.publish_date;
    if (page.visibility == Visibility::not_yet && (!first || *date < *first)) first = date;
  }
  return fmt::format("{} scheduled {} {}", count, count == 1 ? "for" : "from", kb::format_date(*first));
}

}  // namespace

std::string kept_back_text(const std::vector<Page>& pages, std::size_t no_articles) {
  std::vector<std::string> parts;
  const auto add = [&](Visibility kind, auto describe) {
    const auto count =
        std::count_if(pages.begin(), pages.end(), [&](const Page& page) { return page.visibility == kind; });
    if (count > 0) parts.push_back(describe(count));
  };
  add(Visibility::unlisted, [](long n) { return fmt::format("{} unlisted", n); });
  add(Visibility::draft, [](long n) { return fmt::format("{} draft{}", n, n == 1 ? "" : "s"); });
  add(Visibility::not_yet, [&](long n) { return scheduled(n, pages); });
  add(Visibility::expired, [](long n) { return fmt::format("{} expired", n); });
  add(Visibility::unclear, [](long n) { return fmt::format("{} with unclear front matter", n); });
  if (no_articles > 0)
    parts.push_back(fmt::format("{} that {} no article{}", no_articles, no_articles == 1 ? "is" : "are",
                                no_articles == 1 ? "" : "s"));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace indexer
