// Finds the questions of a long text that asks several, so that each is answered by itself.
#pragma once

#include <vector>

#include "kb/search/attempt.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

// In the order of the text: the parts that search is sure of, one for each article, five at most. None for a
// text that asks one thing, or nothing.
std::vector<Asked> asked_questions(LanguageIndex& index, const Attempt& found);

}  // namespace kb
