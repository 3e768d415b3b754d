// Explains the order of a search: what each word was taken for, and what it adds to the score of each
// article.
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
  unsigned articles = 0;             // how many have the term
  bool stop = false;                 // see Explanation::by_stop_words
  std::string corrected;             // "" when it is not corrected
  std::size_t completions = 0;       // how many terms begin with it
  std::vector<std::string> instead;  // synonyms, other spellings, parts of a compound
};

// What a word with its alternatives adds to an article's score; 0 when the article has none of them.
struct WordScore {
  double text = 0;
  double head = 0;  // title, questions, keywords
};

struct ExplainedArticle {
  std::size_t rank = 0;  // from 1; 0 when it is not ranked
  std::string id;
  bool pinned = false;  // first by site.yaml, whatever its score
  double score = 0;     // the sum of the next seven
  double text = 0;
  double head = 0;
  double pairs = 0;  // words side by side in the head
  double grams = 0;
  double whole = 0;        // where the query is a whole title, question or keyword
  double past = 0;         // what customers chose after searches like this one
  std::string learned;     // the past search that says most for it; "" when there is none
  int learned_weight = 0;  // its choice's weight, in thousandths
  double meaning = 0;
  std::string means;  // what it has that means most nearly the same; "" when the meaning was not compared
  std::vector<WordScore> words;  // one for each word of the query
};

enum class Verdict {
  hit,
  below_floor,  // its score is too far below the first one's
  nearest,      // shown, but the search is in doubt
  left_out,     // it has words of the query, but a phrase, an excluded word or the category rule it out
  unmatched,    // it has no word that counts
};

struct Why {
  Verdict verdict = Verdict::unmatched;
  ExplainedArticle article;
  std::optional<ExplainedArticle> above;  // its neighbour above; absent for the first
};

// A part of a long text, see long_text.h.
struct ExplainedPart {
  std::string text;  // "" for the gist of the parts
  double confidence = 0;
  double counts = 0;  // its share of the score, 0 to 1
};

struct Explanation {
  double confidence = 0;
  bool by_stop_words = false;        // stop words count in all texts, not only in the best ones
  std::vector<ExplainedPart> parts;  // of a long text, the gist first: scores are their weighted sum
  std::vector<ExplainedWord> words;
  std::vector<ExplainedArticle> hits;  // the first `limit`; the offset is ignored
  std::optional<Why> why;
};

// `why` is "" or the id of an article that is explained even if it is no hit. Throws Error when there is no
// such article, or when the index cannot be read.
Explanation explain(const Snapshot& snapshot, const SearchQuery& query, std::string_view why);

}  // namespace kb
