// Gives articles and categories their order: what front matter says, else what navigation files say.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/navigation/navigation.h"
#include "kb/model/article.h"
#include "kb/model/site.h"

namespace indexer {

class Placement {
 public:
  // `languages`: the first is the default. Navigation for one language orders the translations, too.
  Placement(const Navigation& navigation, std::vector<Page>& pages, std::vector<std::string> languages);

  // Sets each page's weight to a whole number. Where navigation orders a folder, articles that it does not
  // name come last.
  void place_pages(std::vector<Page>& pages) const;

  // Adds the categories that navigation names or orders, with their siblings, behind those of site.yaml. A
  // category's page gives it its name before navigation does.
  void name_categories(const std::vector<kb::Article>& articles, kb::Site& site) const;

 private:
  using Key = std::pair<std::string, std::string>;  // language, id
  using Folders = std::map<Key, const kb::Article*>;

  void add(const Navigation& navigation, Page& page);
  double order_of(std::optional<double> weight, const std::string& lang, const std::string& id) const;
  double order_of(const std::string& category) const;
  void fill(const Folders& pages, kb::Category& category) const;
  std::string default_title(const Folders& pages, const kb::Category& category) const;

  std::vector<std::string> languages_;
  std::map<Key, double> positions_;             // of articles and categories
  std::map<Key, double> numbers_;               // the same, where names begin with them
  std::set<std::string, std::less<>> ordered_;  // folders with something in them that has one of these
  std::map<std::string, double, std::less<>> weights_;                        // of categories' pages
  std::map<std::string, std::map<std::string, Place>, std::less<>> folders_;  // by id, then by language
};

}  // namespace indexer
