// Counts what followed customers' searches, so that search can learn from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "kb/memory/memory_file.h"

namespace indexer {

// A query, and an article it led to, are learned only when so many clients searched for these words.
inline constexpr std::int64_t kLearnedFrom = 5;

// Reads files of events together, such as those of several servers. The daemon tells clients apart within a
// day only, so of every day one client is left out of all counts: the same one may be behind it day after
// day. What one address alone does is never learned, and beside others it counts as one of them. Only what
// two clients of a day opened is learned. Throws events::Error.
std::vector<kb::MemoryEntry> learn(const std::vector<std::filesystem::path>& files);

// Replaces the file as a whole or not at all. Throws kb::Error.
void write_memory(const std::filesystem::path& file, const std::vector<kb::MemoryEntry>& entries);

}  // namespace indexer
