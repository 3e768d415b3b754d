#include "kb/ranking.h"

#include <algorithm>
#include <unordered_map>

#include "kb/index_schema.h"

namespace kb {

namespace {

constexpr Xapian::doccount kCandidates = 1000;
constexpr double kHeadWeight = 0.5;  // measured, docs/relevance.md

Xapian::Query of(const Alternative& alternative) {
  Xapian::Query query = alternative.terms.size() == 1
                            ? Xapian::Query(alternative.terms.front())
                            : Xapian::Query(Xapian::Query::OP_PHRASE, alternative.terms.begin(), alternative.terms.end());
  return alternative.weight == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, alternative.weight);
}

Xapian::Query of(const ExpandedWord& word) {
  Xapian::Query query(word.word.term);
  if (!word.same.empty()) {
    std::vector<Xapian::Query> same{query};
    for (const Alternative& alternative : word.same) same.push_back(of(alternative));
    query = Xapian::Query(Xapian::Query::OP_SYNONYM, same.begin(), same.end());
  }
  for (const Alternative& alternative : word.also) query |= of(alternative);
  return query;
}

Xapian::Query phrase_query(const std::vector<QueryWord>& phrase) {
  std::vector<std::string> terms;
  for (const QueryWord& word : phrase) terms.push_back(word.term);
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end()};
}

Xapian::Query restricted(Xapian::Query query, const ParsedQuery& parsed, std::string_view category) {
  for (const auto& phrase : parsed.phrases) query = Xapian::Query(Xapian::Query::OP_FILTER, query, phrase_query(phrase));
  for (const QueryWord& word : parsed.excluded) query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, Xapian::Query(word.term));
  if (!category.empty()) query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(category_term(category)));
  return query;
}

Xapian::MSet run(const Xapian::Database& database, const Xapian::Query& query) {
  const Bm25 settings;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, settings.min_normlen));
  enquire.set_query(query);
  return enquire.get_mset(0, kCandidates);
}

}  // namespace

Xapian::Query to_xapian(const ExpandedQuery& expanded) {
  std::vector<Xapian::Query> words;
  for (const ExpandedWord& word : expanded.words) words.push_back(of(word));
  return {Xapian::Query::OP_OR, words.begin(), words.end()};
}

Ranking rank(LanguageIndex& index, const ParsedQuery& query, const ExpandedQuery& expanded, std::string_view category) {
  Ranking ranking;
  if (expanded.words.empty()) return ranking;
  const Xapian::Query words = to_xapian(expanded);
  const Xapian::MSet texts = run(index.articles, restricted(words, query, category));
  std::unordered_map<Xapian::docid, std::size_t> at;
  for (auto hit = texts.begin(); hit != texts.end(); ++hit) {
    at.emplace(*hit, ranking.articles.size());
    ranking.articles.push_back({*hit, hit.get_weight()});
  }
  const Xapian::MSet heads = run(index.heads, words);
  for (auto hit = heads.begin(); hit != heads.end(); ++hit) {
    if (const auto found = at.find(*hit); found != at.end()) ranking.articles[found->second].score += kHeadWeight * hit.get_weight();
  }
  std::sort(ranking.articles.begin(), ranking.articles.end(), [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  });
  ranking.complete = texts.size() < kCandidates;
  ranking.possible = texts.get_max_possible() + kHeadWeight * heads.get_max_possible();
  return ranking;
}

}  // namespace kb
