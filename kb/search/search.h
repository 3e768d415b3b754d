// Search: from what a visitor typed to articles, best first. The daemon, the command line and CI all use it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/query/filter.h"
#include "kb/query/interpretation.h"
#include "kb/store/snapshot.h"

namespace kb {

inline constexpr int kMaxLimit = 50;
inline constexpr int kMaxOffset = 1000;
inline constexpr int kMaxSuggestions = 20;
inline constexpr std::size_t kMaxQueryBytes = 1024;        // typed into a box
inline constexpr std::size_t kMaxTextBytes = 64UL * 1024;  // of a text that is pasted

// Below the first confidence a search is in doubt: what it ranks best is only called the nearest. From the
// second on an answer may be shown, see answer.h (docs/relevance.md).
inline constexpr double kDoubtBelow = 0.1;
inline constexpr double kAnswerFrom = 0.74;

struct SearchQuery {
  std::string text;    // valid UTF-8 without NUL, at most kMaxTextBytes
  std::string lang;    // one of the site's languages
  Filter filter = {};  // for all articles an empty one
  int limit = 10;      // 0 to kMaxLimit
  int offset = 0;      // 0 to kMaxOffset
  bool exact = false;  // only what was typed: no corrections, completions, synonyms or second try
};

struct SnippetPart {
  std::string text;
  bool match = false;  // shown as <mark>
};

struct Hit {
  std::string id;
  std::string lang;  // the query's, or another one's, see search()
  std::string title;
  std::string heading;  // of the best section; "" for the article's beginning
  std::string anchor;
  std::string url;                    // path below base_url, with #anchor
  std::string category;               // id
  std::vector<std::string> products;  // ids
  std::string type;                   // "" for an article of none
  std::vector<SnippetPart> snippet;
  double score = 0;
  bool nearest = false;  // the search is in doubt: no answer, but nothing comes nearer
  std::optional<std::chrono::sys_days> updated;
};

// The section itself that answers, when search is confident of it.
struct Answer {
  std::string id;
  std::string title;
  std::string heading;
  std::string url;
  std::string html;      // of a long section only the best passage, with the matches marked
  bool passage = false;  // html is one
};

// One question of a text that asks several.
struct Asked {
  std::string text;  // as written, at most 120 letters
  Hit hit;
};

struct FacetCount {
  std::string id;  // what a Filter takes
  int count = 0;
};

// Most articles first. A facet counts what the other fields of the filter leave, so that its values do not
// vanish when one is chosen; the chosen one is there even where it leaves nothing.
struct Facets {
  std::vector<FacetCount> categories;  // top ones
  std::vector<FacetCount> products;
  std::vector<FacetCount> types;

  bool empty() const { return categories.empty() && products.empty() && types.empty(); }
};

// The facets of all articles of a language, for pages on which nothing was searched.
Facets facets_of(const Catalogue& catalogue, const Filter& filter);

struct SearchResult {
  int total = 0;  // number of hits but the nearest, counted to 1,000; those of other languages, too
  bool total_is_minimum = false;
  double confidence = 0;  // 0 to 1: how likely the answer is among the first three
  bool answers = false;   // there is an answer, whatever page is asked for
  Interpretation interpretation;
  std::optional<Answer> answer;  // none where several questions are `asked`
  std::vector<Asked> asked;      // on the first page, two at least or none
  std::vector<Hit> hits;
  Facets facets;  // of the hits that `total` counts
};

// In doubt the site's other languages are asked, too. What they are sure to have stands behind the visitor's
// own hits, called nearest: in the visitor's language where it is translated. Otherwise articles that this
// language lacks stand last on the first page, where another one is at least half as sure of them. Never
// throws for what a visitor typed; throws Error when the index cannot be read.
SearchResult search(const Snapshot& snapshot, const SearchQuery& query);

// At most `limit` articles nearest to a text, however far they are: for pages that found nothing.
std::vector<const Card*> nearest(const Snapshot& snapshot, std::string_view lang, std::string_view text,
                                 int limit);

// The words of a text that articles have, each once: at most 16, the rarest. None is a stop word or a number
// alone, so what is personal in the text is not among them.
std::vector<std::string> telling_words(const Snapshot& snapshot, std::string_view lang,
                                       std::string_view text);

struct Suggestion {
  std::string id;              // of the article or category
  std::string title;           // the title, question or heading to choose
  std::string url;             // path below base_url
  std::string kind;            // "article", "question", "section", "category"
  std::string article_title;   // "" for a category
  std::string category_title;  // "" in no category
};

// Suggestions while typing, from two letters on: at most `limit` (1 to kMaxSuggestions), one an article. An
// article is shown by its title, unless a question or heading has more of the words.
std::vector<Suggestion> suggest(const Snapshot& snapshot, std::string_view lang, std::string_view text,
                                int limit);

}  // namespace kb
