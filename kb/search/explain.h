// Says where the order of a search comes from: what each word was taken for and what it adds to each article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/search/search.h"
#include "kb/store/snapshot.h"

namespace kb {

struct ExplainedWord {
  std::string typed;
  std::string term;                  // as indexed
  unsigned articles = 0;             // that have the term
  bool stop = false;                 // says little; see Explanation::by_stop_words
  std::string corrected;             // the word it is corrected to, "" when it is not
  std::size_t completions = 0;       // how many terms it may be the beginning of
  std::vector<std::string> instead;  // terms that count in its place: synonyms, other spellings, parts
};

// What one word, or what stands for it, adds to an article's score; 0 when the article lacks it.
struct WordScore {
  double text = 0;
  double head = 0;  // title, questions, keywords
};

struct ExplainedArticle {
  std::size_t rank = 0;  // from 1; 0 when it is not ranked at all
  std::string id;
  bool pinned = false;  // first by site.yaml, whatever its score
  double score = 0;     // the sum of the next four
  double text = 0;
  double head = 0;
  double pairs = 0;  // words side by side in the head
  double grams = 0;
  std::vector<WordScore> words;  // one for each word of the query
};

enum class Verdict {
  hit,
  below_floor,  // its score is too far below the first one's
  no_hits,      // the search is too little confident to show anything
  left_out,     // it has words of the query, but a phrase, an excluded word or the category rule it out
  unmatched,    // it has no word that counts
};

struct Why {
  Verdict verdict = Verdict::unmatched;
  ExplainedArticle article;
  std::optional<ExplainedArticle> above;  // the one in the place before; absent for the first
};

struct Explanation {
  double confidence = 0;
  bool by_stop_words = false;  // all texts are scored by stop words, too, not only the best ones
  std::vector<ExplainedWord> words;
  std::vector<ExplainedArticle> hits;  // the first `limit`; offset is not looked at
  std::optional<Why> why;
};

// `why` is the id of an article to be explained even if it is no hit, or "". Throws Error when there is no
// such article, or the index cannot be read.
Explanation explain(const Snapshot& snapshot, const SearchQuery& query, std::string_view why);

}  // namespace kb
