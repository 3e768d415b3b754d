#include "indexer/navigation/navigation.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/findings/finding_list.h"
#include "indexer/navigation/nav_list_reader.h"
#include "indexer/navigation/place_list.h"
#include "indexer/source/content_root.h"
#include "kb/text/paths.h"
#include "kb/text/utf8.h"

namespace indexer {

namespace {

// .pages and _category_.json speak of their own folder.
bool is_of_one_folder(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == ".pages" || name.starts_with("_category_.");
}

std::string lost_text(const LostEntries& lost) {
  constexpr std::size_t kShown = 80;
  const std::string_view first = kb::first_bytes(lost.first, kShown);
  if (lost.count == 1)
    return fmt::format("the entry '{}' leads to no file; correct its path or remove it", first);
  return fmt::format(
      "{} entries lead to no file, the first of them is '{}'; correct their paths or remove them", lost.count,
      first);
}

void add_file(const ContentRoot& root, const std::string& path, const RuleSet& rules, PlaceList& places,
              std::vector<Finding>& findings) {
  const RuleSet lenient(false);
  FileFindings reading(lenient, path);
  const auto list = read_nav_file(root, path, reading);
  if (!list) {
    if (reading.list().empty()) return;
    const Finding& problem = reading.list().back();
    return report(findings, rules, path, kNavigationSyntax, problem.at,
                  fmt::format("the order of articles cannot be read here: {}", problem.message));
  }
  const LostEntries lost = places.add(*list);
  places.add_note(std::string(kb::parent_of(path)), list->note);
  if (lost.count > 0) report(findings, rules, path, kNavigationSyntax, {}, lost_text(lost));
}

}  // namespace

Navigation read_navigation(const std::filesystem::path& content, std::vector<std::string> files,
                           const std::vector<Page>& pages, const RuleSet& rules) {
  Navigation navigation;
  if (files.empty()) return navigation;
  std::stable_partition(files.begin(), files.end(), [](const auto& path) { return !is_of_one_folder(path); });
  const ContentRoot root(content);
  ArticleFiles articles(root);
  for (const Page& page : pages) articles.add(page.file);
  PlaceList places(articles, navigation);
  for (const std::string& path : files) add_file(root, path, rules, places, navigation.findings);
  return navigation;
}

}  // namespace indexer
