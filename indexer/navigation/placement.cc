#include "indexer/navigation/placement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr double kLast = std::numeric_limits<double>::infinity();

bool is_whole(double value) { return std::isfinite(value) && value == std::floor(value); }

}  // namespace

Placement::Placement(const Navigation& navigation, std::vector<Page>& pages,
                     std::vector<std::string> languages)
    : languages_(std::move(languages)) {
  for (Page& page : pages) add(navigation, page);
  for (const auto* places : {&positions_, &numbers_}) {
    for (const auto& [key, position] : *places) ordered_.emplace(kb::parent_of(key.second));
  }
}

void Placement::add(const Navigation& navigation, Page& page) {
  const auto& [id, category_id, is_folder] = page.id;
  if (is_folder && page.meta.weight) weights_.emplace(id, *page.meta.weight);
  if (const auto found = navigation.articles.find(page.file.path); found != navigation.articles.end()) {
    page.navigation_title = found->second.title;
    if (found->second.position && !is_folder) positions_.emplace(Key{page.lang, id}, *found->second.position);
  }
  if (const auto found = navigation.numbers.find(page.file.path);
      found != navigation.numbers.end() && !is_folder)
    numbers_.emplace(Key{page.lang, id}, found->second);
  std::string_view folder = kb::parent_of(page.file.path);
  std::string_view category = category_id;
  for (; !folder.empty() && !category.empty();
       folder = kb::parent_of(folder), category = kb::parent_of(category)) {
    if (const auto number = navigation.numbers.find(folder); number != navigation.numbers.end()) {
      numbers_.emplace(Key{page.lang, category}, number->second);
      folders_[std::string(category)].emplace(page.lang, Place{});
    }
    const auto found = navigation.folders.find(folder);
    if (found == navigation.folders.end()) continue;
    const Place& place = found->second;
    Place& known = folders_[std::string(category)][page.lang];
    if (known.title.empty() && known.description.empty() && !known.position) known = place;
    if (place.position) positions_.emplace(Key{page.lang, category}, *place.position);
    if (is_folder && category == id && page.navigation_title.empty()) page.navigation_title = place.title;
  }
}

double Placement::order_of(std::optional<double> weight, const std::string& lang,
                           const std::string& id) const {
  if (weight) return *weight;
  if (const auto found = positions_.find({lang, id}); found != positions_.end()) return found->second;
  for (const std::string& other : languages_) {
    if (const auto found = positions_.find({other, id}); found != positions_.end()) return found->second;
  }
  if (const auto found = numbers_.find({lang, id}); found != numbers_.end()) return found->second;
  return ordered_.contains(kb::parent_of(id)) ? kLast : 0;
}

double Placement::order_of(const std::string& category) const {
  const auto weight = weights_.find(category);
  return order_of(weight == weights_.end() ? std::nullopt : std::optional(weight->second), languages_.front(),
                  category);
}

// Whole weights stay as they are written. Others are counted, which keeps the order of all articles of the
// site and 0 in its place.
void Placement::place_pages(std::vector<Page>& pages) const {
  std::vector<double> orders;
  for (const Page& page : pages) orders.push_back(order_of(page.meta.weight, page.lang, page.id.id));
  std::set<double> distinct(orders.begin(), orders.end());
  distinct.insert(0);
  const bool are_whole = std::all_of(distinct.begin(), distinct.end(), is_whole);
  std::map<double, int> ranks;
  auto rank = -static_cast<int>(std::distance(distinct.begin(), distinct.find(0)));
  for (const double order : distinct) ranks.emplace(order, rank++);
  for (std::size_t i = 0; i < pages.size(); ++i)
    pages[i].weight = are_whole ? static_cast<int>(orders[i]) : ranks.at(orders[i]);
}

// In each language the page's own words, else navigation's.
void Placement::fill(const Folders& pages, kb::Category& category) const {
  const auto named = folders_.find(category.id);
  if (named == folders_.end()) return;
  kb::LocalText names;
  kb::LocalText descriptions;
  bool has_name = false;
  bool has_description = false;
  for (const std::string& lang : languages_) {
    const auto page = pages.find({lang, category.id});
    const auto place = named->second.find(lang);
    const bool is_placed = place != named->second.end();
    has_name = has_name || (is_placed && !place->second.title.empty());
    has_description = has_description || (is_placed && !place->second.description.empty());
    std::string name = page != pages.end() ? page->second->title : is_placed ? place->second.title : "";
    std::string description = page != pages.end() ? page->second->description : "";
    if (description.empty() && is_placed) description = place->second.description;
    if (!name.empty()) names[lang] = std::move(name);
    if (!description.empty()) descriptions[lang] = std::move(description);
  }
  if (has_name && category.name.empty()) category.name = std::move(names);
  if (has_description && category.description.empty()) category.description = std::move(descriptions);
}

std::string Placement::default_title(const Folders& pages, const kb::Category& category) const {
  const std::string& lang = languages_.front();
  if (!category.name.empty()) return std::string(kb::local(category.name, lang, lang));
  const auto page = pages.find({lang, category.id});
  return page != pages.end() ? page->second->title : kb::title_from_path(category.id);
}

void Placement::name_categories(const std::vector<kb::Article>& articles, kb::Site& site) const {
  if (folders_.empty()) return;
  std::set<std::string, std::less<>> ids;
  Folders pages;
  for (const kb::Article& article : articles) {
    if (article.is_folder) pages.emplace(Key{article.lang, article.id}, &article);
    for (std::string_view id = article.category; !id.empty(); id = kb::parent_of(id)) ids.emplace(id);
  }
  for (kb::Category& category : site.categories) {
    ids.erase(category.id);
    fill(pages, category);
  }
  std::set<std::string, std::less<>> touched;  // folders in which navigation names a folder
  for (const auto& [id, places] : folders_) touched.emplace(kb::parent_of(id));
  using Row = std::tuple<std::string, double, std::string, kb::Category>;  // parent, order, title
  std::vector<Row> rows;
  for (const std::string& id : ids) {
    if (!touched.contains(kb::parent_of(id))) continue;
    kb::Category category;
    category.id = id;
    fill(pages, category);
    std::string title = default_title(pages, category);
    rows.emplace_back(kb::parent_of(id), order_of(id), std::move(title), std::move(category));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
           std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
  });
  for (Row& row : rows) site.categories.push_back(std::move(std::get<3>(row)));
}

}  // namespace indexer
