// Turns the words of a query and their alternatives into Xapian queries.
#pragma once

#include <string_view>

#include "kb/query/expansion.h"
#include "kb/query/filter.h"
#include "kb/query/query.h"
#include "kb/store/language_index.h"

namespace kb {

enum class StopWords { leave_out, keep, alone };

// Any of the words; more and rarer ones score higher.
Xapian::Query any_word(const ExpandedQuery& expanded, StopWords stop_words);

// Any two neighbours of the query, in either order, with at most one other word between them.
Xapian::Query any_pair(const ExpandedQuery& expanded);

// Any of the letter grams of the query, after correction. Only the rarest take part: each gram costs time,
// and common ones say little.
Xapian::Query rarest_grams(const Xapian::Database& grams, const ExpandedQuery& expanded);

// Keeps only what has the phrases, has no excluded word and passes the filter. Scores stay those of `query`.
Xapian::Query restricted(const LanguageIndex& index, Xapian::Query query, const ParsedQuery& parsed,
                         const Filter& filter);

}  // namespace kb
