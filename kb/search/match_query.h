// Words of a query and what they stand for -> Xapian queries.
#pragma once

#include <string_view>

#include "kb/search/expansion.h"
#include "kb/search/query.h"
#include "kb/store/language_index.h"

namespace kb {

enum class StopWords { leave_out, keep, alone };

// Any of the words; more and rarer ones score higher.
Xapian::Query any_word(const ExpandedQuery& expanded, StopWords stop_words);

// Any two neighbours of the query, in either order, at most one other word between them.
Xapian::Query any_pair(const ExpandedQuery& expanded);

// Any of the query's letter grams, corrected words in place of those typed; only the rarest, since each is
// dear and common ones tell little.
Xapian::Query rarest_grams(const Xapian::Database& grams, const ExpandedQuery& expanded);

// Only what has the query's phrases, none of its excluded words, and is in the category ("" for all). The
// score stays that of `query`.
Xapian::Query restricted(Xapian::Query query, const ParsedQuery& parsed, std::string_view category);

}  // namespace kb
