#include "kb/search/ranking.h"

#include <algorithm>

#include "kb/query/match.h"
#include "kb/query/match_query.h"

namespace kb {

namespace {

constexpr Xapian::doccount kFewCandidates = 300;  // enough for nine queries in ten, at half the cost
constexpr Xapian::doccount kCandidates = 1000;    // as many as are counted exactly
// Both from docs/relevance.md.
constexpr double kPairWeight = 0.1;
constexpr double kGramWeight = 0.7;  // of the best score so far

double at(const Scores& scores, Xapian::docid document) {
  const auto found = scores.find(document);
  return found == scores.end() ? 0 : found->second;
}

void sort(std::vector<Scored>::iterator first, std::vector<Scored>::iterator last) {
  std::sort(first, last, [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;  // documents are numbered by id
  });
}

// Stop words count in heads only. Heads are short, and stop words there tell "how to pay" from "who pays".
std::vector<Scored> score_words(LanguageIndex& index, const ParsedQuery& parsed,
                                const ExpandedQuery& expanded, std::string_view category,
                                StopWords stop_words, Xapian::doccount limit) {
  std::vector<Scored> articles;
  const auto texts = match(index.articles, restricted(any_word(expanded, stop_words), parsed, category),
                           text_bm25(index.lang()), limit);
  if (texts.empty()) return articles;
  const auto heads =
      scores_of(match(index.heads, any_word(expanded, StopWords::keep), kHeadBm25, kCandidates));
  for (auto hit = texts.begin(); hit != texts.end(); ++hit) {
    Scored scored{.document = *hit, .text = hit.get_weight(), .head = at(heads, *hit)};
    scored.score = scored.text + kHeadWeight * scored.head;
    articles.push_back(scored);
  }
  sort(articles.begin(), articles.end());
  return articles;
}

// Scores the best again, with what costs too much for all: stop words in the text, neighbours in the head,
// letter grams.
void reorder_best(const LanguageIndex& index, const ExpandedQuery& expanded, bool by_stop_words,
                  std::vector<Scored>& articles) {
  const auto last = articles.begin() + static_cast<std::ptrdiff_t>(std::min(articles.size(), kReordered));
  std::vector<Xapian::docid> documents;
  for (auto article = articles.begin(); article != last; ++article) documents.push_back(article->document);
  std::sort(documents.begin(), documents.end());
  const auto stops = by_stop_words ? Scores()
                                   : scores_among(index.articles, any_word(expanded, StopWords::alone),
                                                  text_bm25(index.lang()), documents);
  const auto pairs = scores_among(index.heads, any_pair(expanded), kHeadBm25, documents);
  const auto grams = scores_among(index.grams, rarest_grams(index.grams, expanded), kGramBm25, documents);
  double best = 0;
  double most = 0;
  for (auto article = articles.begin(); article != last; ++article) {
    article->text += at(stops, article->document);
    article->pairs = kPairWeight * at(pairs, article->document);
    article->score = article->text + kHeadWeight * article->head + article->pairs;
    best = std::max(best, article->score);
    most = std::max(most, at(grams, article->document));
  }
  for (auto article = articles.begin(); most > 0 && article != last; ++article) {
    article->grams = kGramWeight * best * at(grams, article->document) / most;
    article->score += article->grams;
  }
  sort(articles.begin(), last);
}

Ranking rank_candidates(LanguageIndex& index, const ParsedQuery& parsed, const ExpandedQuery& expanded,
                        std::string_view category, Xapian::doccount limit) {
  Ranking ranking;
  if (!parsed.only_stop_words)
    ranking.articles = score_words(index, parsed, expanded, category, StopWords::leave_out, limit);
  ranking.by_stop_words = ranking.articles.empty();
  if (ranking.by_stop_words)
    ranking.articles = score_words(index, parsed, expanded, category, StopWords::keep, limit);
  ranking.complete = ranking.articles.size() < limit;
  if (!ranking.articles.empty()) reorder_best(index, expanded, ranking.by_stop_words, ranking.articles);
  return ranking;
}

}  // namespace

Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded,
             std::string_view category) {
  Ranking few = rank_candidates(index, query, expanded, category, kFewCandidates);
  const bool has_all_hits =
      few.complete || few.articles.back().score < kHitFloor * few.articles.front().score;
  return has_all_hits ? few : rank_candidates(index, query, expanded, category, kCandidates);
}

}  // namespace kb
