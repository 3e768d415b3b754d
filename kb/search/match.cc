#include "kb/search/match.h"

namespace kb {

Xapian::MSet match(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                   Xapian::doccount limit, Collapse collapse) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, settings.min_normlen));
  enquire.set_query(query);
  if (collapse == Collapse::by_article) enquire.set_collapse_key(kArticleSlot);
  return enquire.get_mset(0, limit);
}

Xapian::Query among(const Xapian::Query& query, DocidSource& only) {
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(&only)};
}

Scores scores_among(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                    const std::vector<Xapian::docid>& documents) {
  DocidSource only(documents);
  const auto limit = static_cast<Xapian::doccount>(documents.size());
  return scores_of(match(database, among(query, only), settings, limit));
}

Scores scores_of(const Xapian::MSet& hits) {
  Scores scores;
  scores.reserve(hits.size());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) scores.emplace(*hit, hit.get_weight());
  return scores;
}

Xapian::docid article_of(const Xapian::MSetIterator& hit) {
  return static_cast<Xapian::docid>(Xapian::sortable_unserialise(hit.get_collapse_key()));
}

}  // namespace kb
