#include "kb/search/ranking.h"

#include <algorithm>

#include "kb/query/match.h"
#include "kb/query/match_query.h"
#include "kb/store/index_schema.h"
#include "kb/words/contractions.h"

namespace kb {

namespace {

constexpr Xapian::doccount kFewCandidates = 300;  // enough for nine queries in ten, at half the cost
constexpr Xapian::doccount kCandidates = 1000;    // as many as are counted exactly
// All from docs/relevance.md.
constexpr double kPairWeight = 0.1;
constexpr double kGramWeight = 0.7;       // of the best score so far
constexpr double kWholeHeadWeight = 0.5;  // of the best score so far
constexpr double kPastWeight = 1;         // of the best score so far

double at(const Scores& scores, Xapian::docid document) {
  const auto found = scores.find(document);
  return found == scores.end() ? 0 : found->second;
}

// Stop words count in heads only. Heads are short, and stop words there tell "how to pay" from "who pays".
std::vector<Scored> score_words(LanguageIndex& index, const ParsedQuery& parsed,
                                const ExpandedQuery& expanded, const Filter& filter, StopWords stop_words,
                                Xapian::doccount limit) {
  std::vector<Scored> articles;
  const auto texts = match(index.articles, restricted(index, any_word(expanded, stop_words), parsed, filter),
                           text_bm25(index.lang()), limit);
  if (texts.empty()) return articles;
  const auto heads =
      scores_of(match(index.heads, any_word(expanded, StopWords::keep), kHeadBm25, kCandidates));
  for (auto hit = texts.begin(); hit != texts.end(); ++hit) {
    Scored scored{.document = *hit, .text = hit.get_weight(), .head = at(heads, *hit)};
    scored.score = scored.text + kHeadWeight * scored.head;
    articles.push_back(scored);
  }
  sort_best_first(articles.begin(), articles.end());
  return articles;
}

// What the query would be as a whole title, question or keyword.
std::string whole_term(const ExpandedQuery& expanded, std::string_view lang) {
  std::vector<std::string> stems;
  std::vector<std::string> telling;
  for (const ExpandedWord& word : expanded.words) {
    stems.push_back(term_of(word));
    if (!word.word.stop && !is_contraction(lang, word.word.text)) telling.push_back(stems.back());
  }
  return kb::whole_term(telling.empty() ? std::move(stems) : std::move(telling));
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
  const std::string whole = whole_term(expanded, index.lang());
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
  for (auto article = articles.begin(); !whole.empty() && article != last; ++article) {
    if (!has_term(index.heads, whole, article->document)) continue;
    article->whole = kWholeHeadWeight * best;
    article->score += article->whole;
  }
  sort_best_first(articles.begin(), last);
}

Ranking rank_candidates(LanguageIndex& index, const ParsedQuery& parsed, const ExpandedQuery& expanded,
                        const Filter& filter, Xapian::doccount limit) {
  Ranking ranking;
  if (!parsed.only_stop_words)
    ranking.articles = score_words(index, parsed, expanded, filter, StopWords::leave_out, limit);
  ranking.by_stop_words = ranking.articles.empty();
  if (ranking.by_stop_words)
    ranking.articles = score_words(index, parsed, expanded, filter, StopWords::keep, limit);
  ranking.complete = ranking.articles.size() < limit;
  if (!ranking.articles.empty()) reorder_best(index, expanded, ranking.by_stop_words, ranking.articles);
  return ranking;
}

// What a word stands for among past searches: itself, or the first of its completions that they have.
const std::string& past_term(const PastSearches& past, const ExpandedWord& word) {
  const std::string& term = term_of(word);
  if (past.has(term)) return term;
  const auto completion = std::find_if(word.same.begin(), word.same.end(), [&](const Alternative& other) {
    return other.terms.size() == 1 && past.has(other.terms.front());
  });
  return completion == word.same.end() ? term : completion->terms.front();
}

}  // namespace

void sort_best_first(std::vector<Scored>::iterator first, std::vector<Scored>::iterator last) {
  std::sort(first, last, [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;  // documents are numbered by id
  });
}

std::vector<PastVote> past_votes(const LanguageIndex& index, const ExpandedQuery& expanded) {
  const PastSearches& past = index.past();
  if (past.empty()) return {};
  std::vector<std::string> terms;
  for (const ExpandedWord& word : expanded.words) terms.push_back(past_term(past, word));
  return past.votes(std::move(terms));
}

void add_past(const LanguageIndex& index, const ExpandedQuery& expanded, Ranking& ranking) {
  auto& articles = ranking.articles;
  if (articles.empty()) return;
  const std::vector<PastVote> votes = past_votes(index, expanded);
  if (votes.empty()) return;
  const double best = articles.front().score;
  for (Scored& article : articles) {
    const auto vote =
        std::lower_bound(votes.begin(), votes.end(), article.document,
                         [](const PastVote& v, Xapian::docid document) { return v.document < document; });
    if (vote == votes.end() || vote->document != article.document) continue;
    article.past = kPastWeight * best * vote->share;
    article.score += article.past;
  }
  sort_best_first(articles.begin(), articles.end());
}

Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded,
             const Filter& filter) {
  Ranking few = rank_candidates(index, query, expanded, filter, kFewCandidates);
  const bool has_all_hits =
      few.complete || few.articles.back().score < kHitFloor * few.articles.front().score;
  return has_all_hits ? few : rank_candidates(index, query, expanded, filter, kCandidates);
}

}  // namespace kb
