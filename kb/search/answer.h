// Chooses the section that is shown as the answer above the hits. A wrong one costs more than none, so much
// must agree (docs/relevance.md).
#pragma once

#include <optional>

#include "kb/search/attempt.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

// A section of the first hit. Nothing when search is not sure of the article, when the article says nowhere
// in its title, questions, keywords or the section's heading that it is about this, or when the section has
// no text.
std::optional<Answer> find_answer(const LanguageIndex& index, const Attempt& found, const PageOrder& order);

}  // namespace kb
