// Names, prefixes and settings that writer and readers of the databases share. docs/index-format.md explains
// them.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kb/text/language_tag.h"

namespace kb {

inline constexpr std::string_view kSiteFile = "site.json";
inline constexpr std::string_view kRedirectsFile = "redirects.json";
inline constexpr std::string_view kAssetsDir = "assets";

// Below the language's folder.
inline constexpr std::string_view kCardsFile = "cards.json";
inline constexpr std::string_view kWordsFile = "words.txt";
inline constexpr std::string_view kMeaningFile =
    "meaning";  // MeaningVectors; only where a model knows the language
inline constexpr std::string_view kMemoryFile = "memory.txt";  // PastSearches; only where there are some
inline constexpr std::string_view kDictionaryFile =
    "dictionary.txt";  // Dictionary; only where the site's translations teach one
// In the first three, document n is of the n-th listed card.
inline constexpr std::string_view kArticlesDb = "articles";  // data: encode(Article)
inline constexpr std::string_view kHeadsDb = "heads";        // what an article says it is about
inline constexpr std::string_view kGramsDb = "grams";        // letter_grams() in place of words
inline constexpr std::string_view kSectionsDb = "sections";  // data: encode(StoredSection)
inline constexpr std::string_view kSuggestDb = "suggest";    // data: encode(StoredSuggestion)
// Document n is of the n-th unlisted card. It has no terms, so that no search finds it.
inline constexpr std::string_view kUnlistedDb = "unlisted";  // data: encode(Article)

// Parts of an article that can be found.
enum class Field { title, question, keyword, description, heading, text };

// How often a database gets a text: once an article, once a section, or with the first section only.
enum class Per { article, section, first_section };

struct IndexedText {
  std::string_view database;
  Field field;
  Per per = Per::article;
  unsigned count = 1;  // each of its words counts so often
};

// Which text goes into which database, in the order in which it is written. The writer goes through this
// table, the explanation of a search quotes it, and docs/index-format.md shows it.
inline constexpr std::array<IndexedText, 21> kIndexedTexts{{
    {kArticlesDb, Field::title},
    {kArticlesDb, Field::question},
    {kArticlesDb, Field::keyword},
    {kArticlesDb, Field::description},
    {kArticlesDb, Field::heading, Per::section},
    {kArticlesDb, Field::text, Per::section},
    {kHeadsDb, Field::title},
    {kHeadsDb, Field::question},
    {kHeadsDb, Field::keyword},
    {kGramsDb, Field::title},
    {kGramsDb, Field::description},
    {kGramsDb, Field::question},
    {kGramsDb, Field::heading, Per::section},
    {kGramsDb, Field::text, Per::section},
    // The title, so that no section is best only because it repeats it.
    {kSectionsDb, Field::title, Per::section},
    {kSectionsDb, Field::description, Per::first_section},
    // A section is found by its heading first.
    {kSectionsDb, Field::heading, Per::section, 3},
    {kSectionsDb, Field::text, Per::section},
    // Each a document of its own.
    {kSuggestDb, Field::title},
    {kSuggestDb, Field::question},
    {kSuggestDb, Field::heading, Per::section},
}};

constexpr std::string_view to_string(Field field) {
  constexpr std::array<std::string_view, 6> kNames{"title",       "question", "keyword",
                                                   "description", "heading",  "text"};
  return kNames[static_cast<std::size_t>(field)];
}

constexpr std::string_view to_string(Per per) {
  constexpr std::array<std::string_view, 3> kNames{"article", "section", "first section"};
  return kNames[static_cast<std::size_t>(per)];
}

// Terms without a prefix are stems of folded words. This one stands before the ids of a category and its
// parents, for filters.
inline constexpr std::string_view kCategoryPrefix = "XC";

// Stands before a code that a text writes in several words, joined: "XJe1042" for "E 1042". So the spelling
// that somebody types can rank first.
inline constexpr std::string_view kCodePrefix = "XJ";

// Stands before a symbol: "XS--force". Such a term counts in no length and frequency, so that the order of
// other searches does not depend on symbols.
inline constexpr std::string_view kSymbolPrefix = "XS";

// Stands before the stems of a whole title, question or keyword, sorted, without stop words: "XWpassword
// reset". Such a term counts in no length and frequency.
inline constexpr std::string_view kWholePrefix = "XW";

// The slot of `sections` and `suggest` that holds the article's document, to collapse by.
inline constexpr unsigned kArticleSlot = 0;

// Xapian refuses terms over 245 bytes; words are cut long before.
inline constexpr std::size_t kMaxTermBytes = 64;

// BM25 (Robertson and Walker 1994). Fitted on judged sets of help articles, docs/relevance.md: a high k1
// makes a word that comes up in several of an article's questions count for more.
struct Bm25 {
  double k1;
  double b;
  double min_normlen = 0.5;
};
inline constexpr Bm25 kTextBm25{2.0, 0.75};
inline constexpr Bm25 kBigramBm25{1.0, 0.75};  // of texts whose words are pairs of characters
inline constexpr Bm25 kHeadBm25{4.0, 0.9};
inline constexpr Bm25 kGramBm25{3.0, 0.75};
// A section shorter than the average is not better for it, or "Further reading" would answer much.
inline constexpr Bm25 kSectionBm25{2.0, 0.75, 1.0};
inline constexpr Bm25 kSuggestBm25{2.0, 0.75};

// How the texts of a language are scored.
inline const Bm25& text_bm25(std::string_view lang) {
  constexpr std::array<std::string_view, 7> kUnspaced{"ja", "km", "ko", "lo", "my", "th", "zh"};
  return std::find(kUnspaced.begin(), kUnspaced.end(), base_language(lang)) == kUnspaced.end() ? kTextBm25
                                                                                               : kBigramBm25;
}

inline std::string code_term(std::string_view joined) {
  return std::string(kCodePrefix) + std::string(joined);
}

inline std::string symbol_term(std::string_view symbol) {
  return std::string(kSymbolPrefix) + std::string(symbol);
}

// "" for no stems, and for a text too long to be asked in whole.
inline std::string whole_term(std::vector<std::string> stems) {
  std::sort(stems.begin(), stems.end());
  std::string term(kWholePrefix);
  for (const std::string& stem : stems) term += stem + ' ';
  return stems.empty() || term.size() > 200 ? "" : term;
}

inline std::string category_term(std::string_view id) {
  return std::string(kCategoryPrefix) + std::string(id.substr(0, 200));
}

}  // namespace kb
