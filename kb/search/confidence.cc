#include "kb/search/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "kb/query/match.h"
#include "kb/text/text.h"
#include "kb/words/contractions.h"

namespace kb {

namespace {

constexpr std::size_t kFifth = 5;
constexpr double kGuessed = 0.4;  // of an unknown word, when a correction or completion stands in for it

// A word as typed and its synonyms. Corrections and completions are guesses, so they are left out.
std::vector<std::string> meant(const ExpandedWord& word) {
  std::vector<std::string> terms{word.word.term};
  if (word.alike || (!word.corrected.empty() && !word.sure)) return terms;
  for (const Alternative& alternative : word.instead) {
    // Of a code in parts the number says most.
    const auto number = std::find_if(alternative.terms.begin(), alternative.terms.end(),
                                     [&](const auto& term) { return word.spelled && has_digit(term); });
    terms.push_back(number == alternative.terms.end() ? alternative.terms.front() : *number);
  }
  return terms;
}

// How much of a query an article covers. Words count by their rarity; a word that no article has counts most.
struct QueryCoverage {
  double text = 0;         // rarity of all words, in texts
  double head = 0;         // rarity of all words, in heads
  double telling = 0;      // rarity of all but stop words
  double telling_had = 0;  // rarity of those of them that the article has
  int words = 0;           // number of all but stop words
  double unknown = 0;      // number of those that no article has
};

void add(QueryCoverage& coverage, const LanguageIndex& index, const ExpandedWord& word,
         Xapian::docid article) {
  double text = std::numeric_limits<double>::max();
  double head = text;
  bool had = false;
  for (const std::string& term : meant(word)) {
    text = std::min(text, idf(index.articles, term));
    head = std::min(head, idf(index.heads, term));
    had = had || has_term(index.articles, term, article);
  }
  coverage.text += text;
  coverage.head += head;
  if (word.word.stop) return;
  ++coverage.words;
  coverage.telling += text;
  if (had) coverage.telling_had += text;
}

QueryCoverage coverage_of(const LanguageIndex& index, const ExpandedQuery& expanded, Xapian::docid article) {
  QueryCoverage coverage;
  for (const ExpandedWord& word : expanded.words) {
    const bool known = index.is_indexed(word.word.term);
    // An unknown bigram may lie across the border of two words. Unknown stop words and contractions say
    // nothing.
    if (!known && (word.word.bigram || word.word.stop || is_contraction(index.lang(), word.word.text)))
      continue;
    if (!known && word.same.empty() && !word.spelled)
      coverage.unknown += word.instead.empty() || word.alike ? 1 : kGuessed;
    add(coverage, index, word, article);
  }
  return coverage;
}

// How evenly the best ten scores are spread: the entropy of their softmax, in nats. It is 0 for a single hit
// and ln 10 for ten equal ones.
double score_entropy(const std::vector<Scored>& articles) {
  constexpr double kSharpness = 8;
  std::vector<double> shares;
  for (const Scored& article : articles) {
    if (shares.size() == 10) break;
    shares.push_back(std::exp(kSharpness * (article.score / articles.front().score - 1)));
  }
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  double entropy = 0;
  for (const double share : shares) entropy -= share / sum * std::log(share / sum);
  return entropy;
}

// Where the meaning was compared: how near the first article is. Fitted with all other coefficients as they
// are.
double meaning_evidence(const Scored& top) { return top.nearness > 0 ? 1.6 * top.nearness - 0.76 : 0; }

// The first article's lead over the fifth, as a part of its score; 1 when there are fewer.
double margin_of_five(const Ranking& ranking) {
  const auto& articles = ranking.articles;
  if (articles.front().score <= 0) return 0;
  return articles.size() < kFifth ? 1 : 1 - articles[kFifth - 1].score / articles.front().score;
}

}  // namespace

double confidence(const LanguageIndex& index, const ExpandedQuery& expanded, const Ranking& ranking) {
  if (ranking.articles.empty()) return 0;
  const Scored& top = ranking.articles.front();
  const QueryCoverage coverage = coverage_of(index, expanded, top.document);
  const double pairs = coverage.head > 0 ? top.pairs / coverage.head : 0;
  const double had = coverage.telling > 0 ? coverage.telling_had / coverage.telling : 0;
  const double margin = margin_of_five(ranking);
  const double unknown = coverage.words > 0 ? coverage.unknown / coverage.words : 0;
  const double score = coverage.text > 0 ? (top.score - top.past - top.meaning) / coverage.text : 0;
  // With fewer than five articles the margin proves little.
  const double gap = ranking.articles.size() < kFifth ? 1 : margin * score;
  // Logistic regression. docs/relevance.md says how the coefficients were fitted.
  const double evidence = -0.158 + 0.163 * score + 0.67 * gap + 7.57 * pairs + (3.09 * had - 1.32) * margin -
                          2.5 * unknown - 0.612 * score_entropy(ranking.articles) + meaning_evidence(top);
  return 1 / (1 + std::exp(-evidence));
}

}  // namespace kb
