#include "kb/query/match.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kb/query/docid_source.h"

namespace kb {

namespace {

bool has_positions(const Xapian::Query& query) {
  return query.get_type() == Xapian::Query::OP_NEAR || query.get_type() == Xapian::Query::OP_PHRASE;
}

}  // namespace

Xapian::MSet match(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                   Xapian::doccount limit, Collapse collapse) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, settings.min_normlen));
  enquire.set_query(query);
  if (collapse == Collapse::by_article) enquire.set_collapse_key(kArticleSlot);
  return enquire.get_mset(0, limit);
}

Xapian::Query among(const Xapian::Query& query, std::vector<Xapian::docid> documents) {
  const Xapian::Query filter((new DocidSource(std::move(documents)))->release());  // the query deletes it
  std::vector<Xapian::Query> parts;
  for (std::size_t i = 0; query.get_type() == Xapian::Query::OP_OR && i < query.get_num_subqueries(); ++i)
    parts.push_back(query.get_subquery(i));
  if (std::none_of(parts.begin(), parts.end(), has_positions))
    return {Xapian::Query::OP_FILTER, query, filter};
  for (Xapian::Query& part : parts) part = {Xapian::Query::OP_FILTER, part, filter};
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

Scores scores_among(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                    const std::vector<Xapian::docid>& documents) {
  const auto limit = static_cast<Xapian::doccount>(documents.size());
  return scores_of(match(database, among(query, documents), settings, limit));
}

Scores scores_of(const Xapian::MSet& hits) {
  Scores scores;
  scores.reserve(hits.size());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) scores.emplace(*hit, hit.get_weight());
  return scores;
}

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

bool side_by_side(const Xapian::Database& database, const std::vector<std::string>& terms) {
  if (!std::all_of(terms.begin(), terms.end(), [&](const auto& term) { return database.term_exists(term); }))
    return false;
  const Xapian::Query phrase(Xapian::Query::OP_PHRASE, terms.begin(), terms.end());
  return !match(database, phrase, kTextBm25, 1).empty();
}

Xapian::docid article_of(const Xapian::MSetIterator& hit) {
  return static_cast<Xapian::docid>(Xapian::sortable_unserialise(hit.get_collapse_key()));
}

}  // namespace kb
