// Names, prefixes and settings that writer and readers of the databases share. docs/index-format.md explains
// them.
#pragma once

#include <string>
#include <string_view>

namespace kb {

inline constexpr std::string_view kSiteFile = "site.json";
inline constexpr std::string_view kRedirectsFile = "redirects.json";
inline constexpr std::string_view kAssetsDir = "assets";

// Below the language's folder.
inline constexpr std::string_view kCardsFile = "cards.json";
inline constexpr std::string_view kWordsFile = "words.txt";
inline constexpr std::string_view kArticlesDb =
    "articles";  // document n: all text of card n; data: encode(Article)
inline constexpr std::string_view kHeadsDb = "heads";  // document n: title, questions, keywords of card n
inline constexpr std::string_view kGramsDb = "grams";  // document n: letter_grams of all text of card n
inline constexpr std::string_view kSectionsDb =
    "sections";  // a document a section; data: encode(StoredSection)
inline constexpr std::string_view kSuggestDb = "suggest";  // a document a title, question or heading

// Terms without prefix are stems of folded words.
inline constexpr std::string_view kCategoryPrefix =
    "XC";  // category id and each of its parents: filters only

// Slots of values.
inline constexpr unsigned kArticleSlot =
    0;  // in sections and suggest: the article's document, to collapse by

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
inline constexpr Bm25 kHeadBm25{4.0, 0.9};
inline constexpr Bm25 kGramBm25{3.0, 0.75};
// A section shorter than the average is not better for it, or "Further reading" would answer much.
inline constexpr Bm25 kSectionBm25{2.0, 0.75, 1.0};
inline constexpr Bm25 kSuggestBm25{2.0, 0.75};

// A section is found by its heading first: each of its words counts so often.
inline constexpr unsigned kHeadingCount = 3;

inline std::string category_term(std::string_view id) {
  return std::string(kCategoryPrefix) + std::string(id.substr(0, 200));
}

}  // namespace kb
