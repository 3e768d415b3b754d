// Puts what people write around their question around a judged query: greetings and small talk without a
// subject. Search should find as much with it as without it.
#pragma once

#include <cstddef>

#include "tests/relevance/judged_set.h"

namespace relevance {

// The clean queries, each with so many words around it, half of them before it. The same words in every run,
// others for every query. 0 words change nothing.
JudgedSet with_noise(JudgedSet set, std::size_t words);

}  // namespace relevance
