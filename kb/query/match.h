// Runs Xapian queries: the one place that sets up an Enquire.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "kb/store/index_schema.h"

namespace kb {

using Scores = std::unordered_map<Xapian::docid, double>;

// Sections and suggestions are several documents of one article: all of them are found, or the best one only.
enum class Collapse { none, by_article };

// At most `limit` documents, best first.
Xapian::MSet match(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                   Xapian::doccount limit, Collapse collapse = Collapse::none);

// `query`, but among `documents`. Where it is an OR of neighbours or phrases each gets the filter for itself:
// under one filter for all of them Xapian 1.4.22 counts some that are not there, from three on. Requires:
// `documents` is ascending.
Xapian::Query among(const Xapian::Query& query, std::vector<Xapian::docid> documents);

// The scores of those of `documents` that match. Requires: `documents` is ascending.
Scores scores_among(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                    const std::vector<Xapian::docid>& documents);

Scores scores_of(const Xapian::MSet& hits);

// Inverse document frequency as in BM25, but never negative (Lucene's form).
double idf(const Xapian::Database& database, const std::string& term);

bool has_term(const Xapian::Database& database, const std::string& term, Xapian::docid document);

// Whether some document has the terms as a phrase.
bool side_by_side(const Xapian::Database& database, const std::vector<std::string>& terms);

// The article that a section or suggestion belongs to. Requires: the match was collapsed by article.
Xapian::docid article_of(const Xapian::MSetIterator& hit);

}  // namespace kb
