#include "kb/confidence.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "kb/grams.h"
#include "kb/match_query.h"

namespace kb {

namespace {

// Inverse document frequency as BM25 has it, never below 0.
double idf(const Xapian::Database& database, const std::string& term) {
  const double all = database.get_doccount();
  const double with = database.get_termfreq(term);
  return std::log1p((all - with + 0.5) / (with + 0.5));
}

bool has_term(const Xapian::Database& database, const std::string& term, Xapian::docid document) {
  if (!database.term_exists(term)) return false;
  auto posting = database.postlist_begin(term);
  posting.skip_to(document);
  return posting != database.postlist_end(term) && *posting == document;
}

// The head's score as part of what the query's words are worth.
double head_match(const LanguageIndex& index, const ExpandedQuery& expanded, const Scored& top) {
  double worth = 0;
  for (const ExpandedWord& word : expanded.words) worth += idf(index.heads, term_of(word));
  return worth > 0 ? top.head / worth : 0;
}

// The part of the query's letter grams, weighed by how rare they are, that the article has.
double gram_coverage(const LanguageIndex& index, const ExpandedQuery& expanded, const Scored& top) {
  double worth = 0;
  double covered = 0;
  const auto grams = query_grams(expanded);
  for (const std::string& gram : std::set<std::string>(grams.begin(), grams.end())) {
    const double value = idf(index.grams, gram);
    worth += value;
    if (has_term(index.grams, gram, top.document)) covered += value;
  }
  return worth > 0 ? covered / worth : 0;
}

// By how much the first leads, as part of its score.
double lead(const Ranking& ranking) {
  if (ranking.articles.size() < 2) return 1;
  return 1 - ranking.articles[1].score / ranking.articles[0].score;
}

double unknown_words(const LanguageIndex& index, const ExpandedQuery& expanded) {
  return static_cast<double>(
      std::count_if(expanded.words.begin(), expanded.words.end(), [&](const ExpandedWord& word) {
        return !word.word.stop && word.same.empty() && !index.articles.term_exists(word.word.term);
      }));
}

}  // namespace

double confidence(const LanguageIndex& index, const ExpandedQuery& expanded, const Ranking& ranking) {
  if (ranking.articles.empty()) return 0;
  const Scored& top = ranking.articles.front();
  // Logistic regression; the coefficients' source is docs/relevance.md.
  const double evidence = -3.33 + 1.39 * head_match(index, expanded, top) +
                          1.36 * gram_coverage(index, expanded, top) + 4.49 * lead(ranking) +
                          0.037 * top.text - 0.45 * unknown_words(index, expanded);
  return 1 / (1 + std::exp(-evidence));
}

}  // namespace kb
