#include "events/size_limit.h"

#include <algorithm>
#include <optional>
#include <string>

namespace events {
namespace {

std::int64_t pragma(const Database& database, const std::string& name) {
  Statement row = database.prepare("PRAGMA " + name);
  return row.step() ? row.integer(0) : 0;
}

std::int64_t used_bytes(const Database& database) {
  return (pragma(database, "page_count") - pragma(database, "freelist_count")) *
         pragma(database, "page_size");
}

// Rows are numbered as they come; those between the first and the last are not counted one by one.
struct Rows {
  std::string table;
  std::int64_t first = 0;
  std::int64_t count = 0;
};

Rows rows_of(const Database& database, const std::string& table) {
  Statement row = database.prepare("SELECT (SELECT MIN(rowid) FROM " + table + "), (SELECT MAX(rowid) FROM " +
                                   table + ")");
  row.step();
  const std::int64_t last = row.integer(1);
  return {table, row.integer(0), last == 0 ? 0 : last - row.integer(0) + 1};
}

std::optional<Rows> next_to_go(const Database& database) {
  Rows most;
  for (const char* table : {"searches", "clicks", "contact"}) {
    Rows rows = rows_of(database, table);
    if (rows.count > most.count) most = std::move(rows);
  }
  if (most.count > 0) return most;
  for (const char* table : {"requests", "feedback"}) {
    if (Rows rows = rows_of(database, table); rows.count > 0) return rows;
  }
  return std::nullopt;
}

}  // namespace

// In steps, each on the disk before the next begins, so that a vote waits for one of them at most.
std::int64_t erase_oldest(Database& database, std::int64_t max_bytes) {
  constexpr std::int64_t kMostRows = 10'000;
  if (used_bytes(database) <= max_bytes) return 0;
  std::int64_t erased = 0;
  while (used_bytes(database) > max_bytes - max_bytes / 16) {
    const auto rows = next_to_go(database);
    if (!rows) break;
    const std::int64_t step = std::clamp<std::int64_t>(rows->count / 16, 1, kMostRows);
    erased += database.prepare("DELETE FROM " + rows->table + " WHERE rowid < ?").run(rows->first + step);
  }
  return erased;
}

}  // namespace events
