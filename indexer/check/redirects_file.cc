#include "indexer/check/redirects_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "indexer/article/target_finder.h"
#include "indexer/findings/finding_list.h"
#include "indexer/source/article_id.h"
#include "indexer/source/content_root.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

constexpr std::uintmax_t kMostBytes = 1U << 20U;

std::string text_of(const ContentRoot& root, const std::string& path) {
  const ContentTarget target = root.resolve(path);
  if (target.problem != ContentTarget::Problem::none || root.kind(target.path) != ContentKind::file)
    return "";
  return root.read(target.path, kMostBytes).bytes;
}

// By its address, with or without its language.
const Page* page_at(std::string_view to, const PageTable& table) {
  std::string path = join_path("", kb::percent_decode_leniently(to.substr(1, to.find_first_of("?#") - 1)));
  if (path.ends_with(".html")) path.resize(path.size() - 5);
  const std::string url = kb::encode_path("/" + path);
  if (const Page* page = table.by_url(url)) return page;
  const std::string id = id_from_path(path + "/index.md").category;
  for (const std::string& lang : table.languages().codes) {
    if (const Page* page = table.by_id(lang, id)) return page;
    if (const Page* page = table.by_url("/" + lang + url)) return page;
  }
  return nullptr;
}

}  // namespace

std::vector<OldAddress> read_redirects_file(std::string_view text) {
  constexpr std::size_t kMost = 10'000;
  std::vector<OldAddress> found;
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line) && found.size() < kMost;) {
    ++number;
    std::istringstream words(line);
    std::string from;
    std::string to;
    words >> from;
    // Parameters stand between the two: `/store id=:id /item`.
    std::string query;
    while (words >> to && to.find('=') != std::string::npos && to.front() != '/')
      query += (query.empty() ? "?" : "&") + to;
    std::string status;
    words >> status;
    const bool is_redirect = status.empty() || status.front() == '3';
    const bool is_plain = from.starts_with('/') && to.starts_with('/') &&
                          from.find(':') == std::string::npos && to.find(':') == std::string::npos &&
                          query.find(':') == std::string::npos;
    if (is_redirect && is_plain) found.push_back({from + query, to, number});
  }
  return found;
}

void add_redirects_file(const std::filesystem::path& content, const RuleSet& rules, const PageTable& table,
                        std::vector<Page>& pages, std::vector<Finding>& findings) {
  const ContentRoot root(content);
  for (const std::string path : {"_redirects", "static/_redirects", "public/_redirects"}) {
    for (const OldAddress& old : read_redirects_file(text_of(root, path))) {
      const Page* target = page_at(old.to, table);
      if (target == nullptr) {
        report(findings, rules, path, "missing-link-from-root", {old.line, 1},
               fmt::format("there is no article for {}, so {} leads nowhere", old.to, old.from));
      } else {
        pages[static_cast<std::size_t>(target - pages.data())].meta.aliases.push_back(
            {old.from, {old.line, 1}, true});
      }
    }
  }
}

}  // namespace indexer
