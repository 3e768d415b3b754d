// Finds what else each word of a query may stand for: its correction, its completions and its synonyms.
#pragma once

#include <string>
#include <vector>

#include "kb/query/interpretation.h"
#include "kb/query/query.h"
#include "kb/store/language_index.h"

namespace kb {

struct Alternative {
  std::vector<std::string> terms;  // several are a phrase
};

struct ExpandedWord {
  QueryWord word;
  std::string corrected;             // "" when it is not corrected
  bool sure = false;                 // `word` itself is the correction
  bool alike = false;                // an unknown code: `instead` has those with other digits
  std::vector<Alternative> same;     // completions, and spellings with other letters
  std::vector<Alternative> instead;  // corrections that are not sure, then synonyms, parts of a compound
  double sign_weight = 0;  // of a symbol, or of the signs before a word; 0 where no article has them
  bool spelled = false;    // a code with other spellings or completions: the one typed comes first
};

struct ExpandedQuery {
  std::vector<ExpandedWord> words;
  Interpretation interpretation;
};

enum class Expansion {
  none,    // only what was typed
  usual,   // unknown words are corrected, the last word is completed, synonyms are added
  widest,  // known words are corrected too, since a typing error may have made another real word
};

ExpandedQuery expand(const LanguageIndex& index, const ParsedQuery& query, Expansion expansion);

// The term a word is ranked by: as typed, or as corrected.
const std::string& term_of(const ExpandedWord& word);

}  // namespace kb
