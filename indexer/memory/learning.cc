#include "indexer/memory/learning.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "events/reader.h"
#include "kb/model/error.h"
#include "kb/store/file.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

// By language, query and article.
using Entries = std::map<std::tuple<std::string, std::string, std::string>, kb::MemoryEntry>;

void add(const events::SearchOutcome& row, Entries& entries) {
  kb::MemoryEntry& entry = entries[{row.lang, row.query, row.article_id}];
  entry.lang = row.lang;
  entry.query = row.query;
  entry.article = row.article_id;
  entry.occurrences += row.searches.beyond;
  entry.clicks += row.clicks.beyond;
  entry.helpful += row.helpful.beyond;
  entry.unhelpful += row.unhelpful.beyond;
  entry.again += row.again.beyond;
}

// The file has room for so many.
void keep_most_searched(std::vector<kb::MemoryEntry>& entries) {
  if (entries.size() <= kb::kMostMemoryEntries) return;
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  entries.resize(kb::kMostMemoryEntries);
}

}  // namespace

std::vector<kb::MemoryEntry> learn(const std::vector<fs::path>& files) {
  events::QueryFilter filter;
  filter.min_occurrences = kLearnedFrom;
  filter.limit = kb::kMostMemoryEntries;
  Entries sums;
  for (const fs::path& file : files) {
    const events::Reader reader(file);
    for (const events::SearchOutcome& row : reader.search_outcomes(filter)) add(row, sums);
  }
  std::vector<kb::MemoryEntry> entries;
  for (auto& [place, entry] : sums) {
    entry.weight = kb::memory_weight(entry);
    if (entry.clicks > 0) entries.push_back(std::move(entry));
  }
  keep_most_searched(entries);
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
