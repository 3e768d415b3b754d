// What one query may cost, whatever is typed. Each limit bounds one thing that takes time; all together they
// are the budget that tests/unit/kb/search/query_cost_test.cc spends. docs/relevance.md has the times.
#pragma once

#include <cstddef>

namespace kb {

inline constexpr std::size_t kMaxReadBytes = 6 * 1024;  // of a longer text both ends are read
inline constexpr std::size_t kMaxQueryWords = 64;       // to rank by; each is a posting list

// The positions of a phrase's words are compared in every document that has all of them.
inline constexpr std::size_t kMaxPhraseWords = 16;   // of one phrase
inline constexpr std::size_t kMaxPhrasesWords = 32;  // of all phrases
inline constexpr std::size_t kMaxExcludedWords = 16;

inline constexpr std::size_t kMaxDoubtedWords = 8;  // each is compared with the whole vocabulary
inline constexpr std::size_t kMaxCodes = 8;  // words with a digit of which other spellings are looked for
inline constexpr std::size_t kMaxSymbols =
    8;  // in a quoted part or beside them; each goes through many documents
inline constexpr std::size_t kMaxCompletions = 60;  // of the last word
inline constexpr std::size_t kMaxSynonyms = 64;     // of all words; each may be a phrase
inline constexpr std::size_t kMaxGrams = 64;
inline constexpr std::size_t kMaxParts = 6;               // of a long text; each is ranked by itself
inline constexpr std::size_t kMaxPartsPostings = 30'000;  // entries of all posting lists of these parts

}  // namespace kb
