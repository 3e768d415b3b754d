// What each word of a query also stands for: its correction, the words it may be the beginning of, its synonyms.
#pragma once

#include <string>
#include <vector>

#include "kb/language_index.h"
#include "kb/query.h"
#include "kb/search.h"

namespace kb {

struct Alternative {
  std::vector<std::string> terms;  // one, or several that must stand side by side
  double weight = 1;
};

struct ExpandedWord {
  QueryWord word;
  std::vector<Alternative> same;  // count as the word itself: it is unfinished, or joined or split differently
  std::vector<Alternative> also;  // count on their own: corrections and synonyms
};

struct ExpandedQuery {
  std::vector<ExpandedWord> words;  // without stop words
  Interpretation interpretation;
};

ExpandedQuery expand(const LanguageIndex& index, const ParsedQuery& query);

// The query as typed, nothing added.
ExpandedQuery expand_nothing(const ParsedQuery& query);

}  // namespace kb
