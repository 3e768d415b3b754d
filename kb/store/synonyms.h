// The site's synonyms of one language, looked up by the terms of a query. Immutable, shared by all threads.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/site.h"

namespace kb {

struct Synonym {
  std::vector<std::string> from;  // terms, one or more
  std::vector<std::string> to;
  std::string shown;  // `to` as written
};

class Synonyms {
 public:
  using Stemmer = std::function<std::string(std::string_view)>;

  Synonyms() = default;
  Synonyms(const std::vector<SynonymRule>& rules, const Stemmer& stem);

  // Those whose first term is this one. The caller checks that their other terms follow in the query.
  const std::vector<Synonym>& beginning_with(const std::string& term) const;

 private:
  std::map<std::string, std::vector<Synonym>> by_first_;
};

}  // namespace kb
