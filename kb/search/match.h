// Runs Xapian queries: the one place that sets up an Enquire.
#pragma once

#include <xapian.h>

#include <unordered_map>
#include <vector>

#include "kb/search/docid_source.h"
#include "kb/store/index_schema.h"

namespace kb {

using Scores = std::unordered_map<Xapian::docid, double>;

// Whether an article with several documents (sections, suggestions) is found once for each or by its best
// alone.
enum class Collapse { none, by_article };

// The documents that score highest, best first, at most `limit`.
Xapian::MSet match(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                   Xapian::doccount limit, Collapse collapse = Collapse::none);

// Requires: `only` outlives the match.
Xapian::Query among(const Xapian::Query& query, DocidSource& only);

// The scores of those of `documents` that match. Requires: `documents` is ascending.
Scores scores_among(const Xapian::Database& database, const Xapian::Query& query, const Bm25& settings,
                    const std::vector<Xapian::docid>& documents);

Scores scores_of(const Xapian::MSet& hits);

// The article whose section or suggestion this is. Requires: the match was collapsed by article.
Xapian::docid article_of(const Xapian::MSetIterator& hit);

}  // namespace kb
