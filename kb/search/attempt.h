// Decides how a query is understood. What was typed is tried first. While the search is in doubt, operators
// are dropped, then words that exist are corrected too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/query/expansion.h"
#include "kb/query/filter.h"
#include "kb/query/query.h"
#include "kb/search/meaning.h"
#include "kb/search/ranking.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

// One reading of the words, and what it finds.
struct Reading {
  ParsedQuery parsed;
  ExpandedQuery expanded;
  Ranking ranking;
  double confidence = 0;
  MeaningVector meaning = {};  // empty when it took no part
};

// One of the parts that a long text is searched by.
struct TextPart {
  Reading found;
  std::string text;       // as written; "" for the gist, the parts that count together
  std::size_t at = 0;     // byte where it begins in what was read
  bool question = false;  // a question mark ends it
  double counts = 0;      // its share of the score, 0 to 1
};

// One way to understand the query.
struct Attempt : Reading {
  std::vector<TextPart> parts = {};  // of a long text, their gist first; empty for a query
};

// Keeps the kMaxQueryWords rarest words.
ParsedQuery parse(const LanguageIndex& index, std::string_view text);

// Understands the words in one way, and ranks by them.
// Understands the meaning of a query, too, unless it is nullptr.
Attempt attempt(LanguageIndex& index, ParsedQuery parsed, Expansion expansion, const Filter& filter,
                QueryMeaning* meaning = nullptr);

Attempt best_attempt(LanguageIndex& index, const SearchQuery& query);

// All ranked articles in the order of the page: the article that site.yaml pins to this very query, hits, the
// nearest of a search in doubt, all others.
struct PageOrder {
  std::vector<Scored> articles;
  std::size_t hits = 0;       // the first so many are hits
  std::size_t nearest = 0;    // so many behind them are the nearest
  Xapian::docid pinned = 0;   // 0 when there is none
  Xapian::docid trusted = 0;  // the article that search itself put first, if it is a hit; 0 when nothing is

  // Index in `articles`; their number when it is not among them.
  std::size_t place_of(Xapian::docid document) const;
};

PageOrder page_order(const LanguageIndex& index, const Site& site, const SearchQuery& query,
                     const Attempt& attempt);

}  // namespace kb
