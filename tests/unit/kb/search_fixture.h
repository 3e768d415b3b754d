// What the tests of searching share: articles are added, then asked for; the index is built at the first
// question.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"
#include "tests/unit/kb/fixture.h"

namespace kb {

inline SearchQuery query_for(std::string_view text, std::string_view lang = "en") {
  SearchQuery query;
  query.text = text;
  query.lang = lang;
  return query;
}

class SearchFixture : public IndexFixture {
 public:
  const Snapshot& snapshot() {
    if (!opened_) opened_ = open();
    return *opened_;
  }

  SearchResult find(std::string_view text, std::string_view lang = "en") {
    return search(snapshot(), query_for(text, lang));
  }

  SearchResult find_exactly(std::string_view text) {
    SearchQuery query = query_for(text);
    query.exact = true;
    return search(snapshot(), query);
  }

  // The ids of what was found, best first, joined by blanks.
  std::string ids(std::string_view text, std::string_view lang = "en") { return ids_of(find(text, lang)); }

  static std::string ids_of(const SearchResult& result) {
    std::string all;
    for (const Hit& hit : result.hits) all += (all.empty() ? "" : " ") + hit.id;
    return all;
  }

 private:
  std::shared_ptr<const Snapshot> opened_;
};

// "pasword>password lgin>login"
inline std::string shown(const std::vector<Replacement>& replacements) {
  std::string all;
  for (const auto& [from, to] : replacements) all += (all.empty() ? "" : " ") + from + ">" + to;
  return all;
}

}  // namespace kb
