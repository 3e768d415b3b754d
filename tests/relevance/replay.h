// What search would learn from customers, measured: some queries of a judged set become past searches after
// which the right article helped, and the others are asked.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "kb/memory/memory_file.h"
#include "kb/store/snapshot.h"
#include "tests/relevance/evaluate.h"
#include "tests/relevance/judged_set.h"

namespace relevance {

struct ReplayOptions {
  std::size_t queries = 10;  // past searches an article, at most
  unsigned wrong = 0;        // percent of them after which another article was chosen, any one
};

// The queries are cut into so many parts by the hash of their texts.
inline constexpr std::size_t kParts = 4;

// What customers would teach who make the queries of all parts but one: each was made five times, and the
// best judged article was opened each time.
std::vector<kb::MemoryEntry> lessons(const kb::Snapshot& snapshot, const JudgedSet& set, std::size_t left_out,
                                     const ReplayOptions& options);

struct Replayed {
  Report without;
  Report with;
  std::size_t learned = 0;  // past searches of a memory, on average
};

// Asks each part with a memory of the other three, and without: all queries are asked, none was seen before.
// Rates without an answer (AUROC, precision of the box) are means over the parts. Works on copies of the
// generation in the folder for temporary files. Throws kb::Error.
Replayed replay(const std::filesystem::path& generation, const JudgedSet& set, const ReplayOptions& options);

}  // namespace relevance
