#include "kb/ranking.h"

#include <algorithm>
#include <unordered_map>

#include "kb/docid_source.h"
#include "kb/match_query.h"

namespace kb {

namespace {

constexpr Xapian::doccount kCandidates = 1000;  // as many as are counted exactly
constexpr std::size_t kReordered = 50;
constexpr double kGramWeight = 0.7;  // of the best score before

using Scores = std::unordered_map<Xapian::docid, double>;

Xapian::MSet match(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting(settings));
  enquire.set_query(query);
  return enquire.get_mset(0, kCandidates);
}

Scores scores_of(const Xapian::MSet& hits) {
  Scores scores;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) scores.emplace(*hit, hit.get_weight());
  return scores;
}

double at(const Scores& scores, Xapian::docid document) {
  const auto found = scores.find(document);
  return found == scores.end() ? 0 : found->second;
}

void sort(std::vector<Scored>::iterator first, std::vector<Scored>::iterator last) {
  std::sort(first, last, [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score
                              : a.document < b.document;  // documents are numbered in order of id
  });
}

// Stop words rank by titles and questions only, where they are few and tell "how to pay" from "who pays".
std::vector<Scored> score_words(LanguageIndex& index, const ParsedQuery& parsed,
                                const ExpandedQuery& expanded, std::string_view category,
                                StopWords stop_words) {
  std::vector<Scored> articles;
  const auto texts =
      match(index.articles, restricted(any_word(expanded, stop_words), parsed, category), kTextBm25);
  if (texts.empty()) return articles;
  const auto heads = scores_of(match(index.heads, any_word(expanded, StopWords::keep), kHeadBm25));
  for (auto hit = texts.begin(); hit != texts.end(); ++hit) {
    Scored scored{*hit, 0, hit.get_weight(), at(heads, *hit), 0};
    scored.score = scored.text + kHeadWeight * scored.head;
    articles.push_back(scored);
  }
  sort(articles.begin(), articles.end());
  return articles;
}

void add_grams(const LanguageIndex& index, const ExpandedQuery& expanded, std::vector<Scored>& articles) {
  const auto last = articles.begin() + static_cast<std::ptrdiff_t>(std::min(articles.size(), kReordered));
  std::vector<Xapian::docid> documents;
  for (auto article = articles.begin(); article != last; ++article) documents.push_back(article->document);
  std::sort(documents.begin(), documents.end());
  DocidSource only(documents);
  const Xapian::Query query(Xapian::Query::OP_FILTER, any_gram(expanded), Xapian::Query(&only));
  const auto grams = scores_of(match(index.grams, query, kGramBm25));
  double most = 0;
  for (const auto& [document, score] : grams) most = std::max(most, score);
  if (most <= 0) return;
  const double best = articles.front().score;
  for (auto article = articles.begin(); article != last; ++article) {
    article->grams = at(grams, article->document) / most;
    article->score += kGramWeight * best * article->grams;
  }
  sort(articles.begin(), last);
}

}  // namespace

Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded,
             std::string_view category) {
  Ranking ranking;
  if (!query.only_stop_words)
    ranking.articles = score_words(index, query, expanded, category, StopWords::leave_out);
  ranking.by_stop_words = ranking.articles.empty();
  if (ranking.by_stop_words)
    ranking.articles = score_words(index, query, expanded, category, StopWords::keep);
  ranking.complete = ranking.articles.size() < kCandidates;
  if (!ranking.articles.empty()) add_grams(index, expanded, ranking.articles);
  return ranking;
}

}  // namespace kb
