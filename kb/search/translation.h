// A query in the words of another of the site's languages, as far as the site's translations teach them.
#pragma once

#include <optional>

#include "kb/dictionary/dictionary.h"
#include "kb/query/expansion.h"
#include "kb/query/query.h"
#include "kb/store/language_index.h"

namespace kb {

// The words of `query`, which was understood in the dictionary's own language, in the language of `to`. Stop
// words are left out. A word that the dictionary does not know stays as typed. nullopt when it knows none.
std::optional<ParsedQuery> translated(const ExpandedQuery& query, const Dictionary& dictionary,
                                      const LanguageIndex& to);

}  // namespace kb
