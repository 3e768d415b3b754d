// Finds the other spellings of the codes and numbers in a query that the index has: "E 1042" for "E1042",
// "60Hz" for "60 Hz", "v4.2.1" for "4.2.1". Other digits are never among them.
#pragma once

#include <string>
#include <vector>

#include "kb/query/expansion.h"
#include "kb/store/language_index.h"

namespace kb {

// Adds to `words` the spellings that differ in blanks, punctuation or what stands before or behind the
// digits. The spelling typed scores higher than these. For a code that no article has, `said` names it, and
// the codes that differ in their digits only stand for it.
void add_code_spellings(const LanguageIndex& index, std::vector<ExpandedWord>& words, Interpretation& said);

// Leaves an amount that no article has as the words it is written in.
void take_apart_amounts(const LanguageIndex& index, std::vector<QueryWord>& words);

// Adds to the last word the codes that it and the word before it may be the beginning of: "E 10" for "E1042".
void complete_code(const LanguageIndex& index, std::vector<ExpandedWord>& words);

// The term by which a word of the vocabulary is found: its own, or that of a code written apart. "" for none.
std::string term_in_index(const LanguageIndex& index, const std::string& word);

}  // namespace kb
