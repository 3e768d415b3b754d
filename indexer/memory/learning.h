// Counts what followed customers' searches, so that search can learn from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "kb/memory/memory_file.h"

namespace indexer {

// A query is learned only when it was made so many times.
inline constexpr std::int64_t kLearnedFrom = 5;
// And when so many clients made it on one day, and as many opened the article on one day. It is what somebody
// needs in addresses who wants to teach something, and what a site needs in visitors.
inline constexpr std::int64_t kLearnedFromClients = 5;
// One client alone teaches nothing.
inline constexpr std::int64_t kFewestClients = 2;

// Reads files of events together, such as those of several servers: see events::search_outcomes(). The daemon
// tells clients apart within a day only, so of every day one client is left out of all counts: the same one
// may be behind it day after day. What one address alone does is never learned, and beside others it counts
// as one of them. Of more than a memory holds, the most searched. Throws events::Error.
// Requires: clients >= kFewestClients.
std::vector<kb::MemoryEntry> learn(const std::vector<std::filesystem::path>& files,
                                   std::int64_t clients = kLearnedFromClients);

// Replaces the file as a whole or not at all. Throws kb::Error.
void write_memory(const std::filesystem::path& file, const std::vector<kb::MemoryEntry>& entries);

}  // namespace indexer
