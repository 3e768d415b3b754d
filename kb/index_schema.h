// Names, prefixes and settings that writer and readers of the databases share. docs/index-format.md explains them.
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
inline constexpr std::string_view kArticlesDb = "articles";  // document n: all text of card n; data: encode(Article)
inline constexpr std::string_view kHeadsDb = "heads";        // document n: title, questions, keywords of card n
inline constexpr std::string_view kSectionsDb = "sections";  // a document a section; data: encode(StoredSection)
inline constexpr std::string_view kSuggestDb = "suggest";    // a document a title, question or heading

// Terms without prefix are stems of folded words.
inline constexpr std::string_view kCategoryPrefix = "XC";  // category id and each of its parents: filters only

// Slots of values.
inline constexpr unsigned kArticleSlot = 0;  // in sections and suggest: the article's document, to collapse by

// Xapian refuses terms over 245 bytes; words are cut long before.
inline constexpr std::size_t kMaxTermBytes = 64;

// BM25 (Robertson and Walker 1994) with less weight on length than Xapian's defaults: measured best over eight
// judged sets of help articles, docs/relevance.md.
struct Bm25 {
  double k1 = 1.5;
  double b = 0.5;
  double min_normlen = 0.5;
};

inline std::string category_term(std::string_view id) {
  return std::string(kCategoryPrefix) + std::string(id.substr(0, 200));
}

}  // namespace kb
