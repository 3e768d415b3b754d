// What somebody finds in another language who asks for an article that their own has not: half of the
// translations are hidden, and the queries that are about them are asked.
#pragma once

#include <filesystem>

#include "tests/relevance/evaluate.h"
#include "tests/relevance/judged_set.h"

namespace relevance {

// What a set's queries find in other languages: their hits alone are counted, of those the first three.
// `nothing` are queries without any.
struct FoundElsewhere {
  Found without;  // a dictionary
  Found with;
  Found needless;      // with one, queries that their own language has an article for
  Found unanswerable;  // with one, queries that no article of their language answers
};

// For each language of the site two indexes without one half of its translations each, taken by a hash of
// their ids. Asks the set's queries in that language of which it then has no judged article. Works in the
// folder for temporary files. Throws kb::Error.
FoundElsewhere count_elsewhere(const std::filesystem::path& generation, const JudgedSet& set);

}  // namespace relevance
