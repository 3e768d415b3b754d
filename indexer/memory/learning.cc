#include "indexer/memory/learning.h"

#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "events/outcomes.h"
#include "kb/model/error.h"
#include "kb/store/file.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

kb::MemoryEntry entry_of(const events::SearchOutcome& row) {
  kb::MemoryEntry entry{row.lang, kb::words_of_query(row.query), row.article_id};
  entry.occurrences = row.searches.beyond;
  entry.clicks = row.clicks.beyond;
  entry.helpful = row.helpful.beyond;
  entry.unhelpful = row.unhelpful.beyond;
  entry.again = row.again.beyond;
  entry.weight = kb::memory_weight(entry);
  return entry;
}

}  // namespace

std::vector<kb::MemoryEntry> learn(const std::vector<fs::path>& files, std::int64_t clients) {
  events::OutcomeFilter filter;
  filter.min_searches = kLearnedFrom;
  filter.min_clients = clients;
  filter.limit = kb::kMostMemoryEntries;
  std::vector<kb::MemoryEntry> entries;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (const events::SearchOutcome& row : events::search_outcomes(files, filter)) {
    kb::MemoryEntry entry = entry_of(row);
    // Of searches that differ in what was taken out only, the most frequent: one client can make them all.
    const bool said = !entry.query.empty() && seen.emplace(entry.lang, entry.query, entry.article).second;
    if (said) entries.push_back(std::move(entry));
  }
  return entries;
}

void write_memory(const fs::path& file, const std::vector<kb::MemoryEntry>& entries) try {
  const fs::path aside = fs::path(file).concat(".tmp");
  fs::remove(aside);
  kb::write_file(aside, kb::encode_memory(entries));
  fs::rename(aside, file);
  kb::sync_path(file.has_parent_path() ? file.parent_path() : ".");
} catch (const fs::filesystem_error& error) {
  throw kb::Error("cannot write " + file.string() + ": " + error.code().message(),
                  "check the folder's free space and permissions");
}

}  // namespace indexer
