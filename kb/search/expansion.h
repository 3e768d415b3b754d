// What each word of a query also stands for: its correction, the words it may be the beginning of, its
// synonyms.
#pragma once

#include <string>
#include <vector>

#include "kb/search/query.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

struct Alternative {
  std::vector<std::string> terms;  // one, or several that must stand side by side
};

struct ExpandedWord {
  QueryWord word;
  std::string corrected;             // the word it is corrected to, "" when it is not
  std::vector<Alternative> same;     // count as the word itself: it may be the beginning of these
  std::vector<Alternative> instead;  // count as it too: corrections, synonyms, parts of a compound
};

struct ExpandedQuery {
  std::vector<ExpandedWord> words;
  Interpretation interpretation;
};

enum class Expansion {
  none,    // the query as typed
  normal,  // words the index lacks are corrected, the last one is completed, synonyms are added
  most,    // words that are there are doubted too: a slip may have made one real word of another
};

ExpandedQuery expand(const LanguageIndex& index, const ParsedQuery& query, Expansion expansion);

// The term a word is ranked by: as typed, or as corrected.
const std::string& term_of(const ExpandedWord& word);

}  // namespace kb
