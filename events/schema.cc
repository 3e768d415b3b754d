#include "events/schema.h"

#include <array>
#include <string>

namespace events {
namespace {

// Entry i turns version i into i + 1. An entry that was released is never edited.
// Times are UTC seconds since 1970. Queries and comments are scrubbed before they get here.
constexpr std::array kMigrations{
    R"sql(
CREATE TABLE searches (
  time INTEGER NOT NULL,
  lang TEXT NOT NULL,
  query TEXT NOT NULL,
  result_count INTEGER NOT NULL,
  confidence REAL NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'hits', 'nothing')),
  source TEXT NOT NULL CHECK (source IN ('page', 'api')),
  served_from_cache INTEGER NOT NULL
) STRICT;
CREATE INDEX searches_by_time ON searches (time);

CREATE TABLE clicks (
  time INTEGER NOT NULL,
  lang TEXT NOT NULL,
  query TEXT NOT NULL,
  article_id TEXT NOT NULL,
  rank INTEGER NOT NULL
) STRICT;
CREATE INDEX clicks_by_time ON clicks (time);

CREATE TABLE contact (
  time INTEGER NOT NULL,
  lang TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('shown', 'opened', 'chosen')),
  channel TEXT NOT NULL,
  article_id TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_time ON contact (time);

CREATE TABLE feedback (
  time INTEGER NOT NULL,
  lang TEXT NOT NULL,
  article_id TEXT NOT NULL,
  helpful INTEGER NOT NULL,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> '')
) STRICT;

CREATE TABLE requests (
  time INTEGER NOT NULL,
  lang TEXT NOT NULL,
  query TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (token_hash <> '')
) STRICT;
)sql",
    R"sql(
ALTER TABLE searches ADD COLUMN from_query TEXT NOT NULL DEFAULT '';
ALTER TABLE searches ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clicks ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feedback ADD COLUMN query TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
)sql",
};

std::int64_t version_of(const Database& database) {
  Statement statement = database.prepare("PRAGMA user_version");
  statement.step();
  return statement.integer(0);
}

}  // namespace

std::int64_t schema_version() { return std::ssize(kMigrations); }

void migrate(Database& database) {
  if (version_of(database) == schema_version()) return;
  Transaction transaction(database);
  const std::int64_t version = version_of(database);  // another process may just have migrated
  if (version < 0) {
    throw Error("the events file has the version " + std::to_string(version) + ", which there never was",
                "move the file aside; a new one is made then");
  }
  if (version > schema_version()) {
    throw Error("the events file has version " + std::to_string(version) +
                    ", this program knows versions up to " + std::to_string(schema_version()),
                "update firstline, or give it another events file");
  }
  for (std::int64_t step = version; step < schema_version(); ++step) {
    database.execute(kMigrations.at(static_cast<std::size_t>(step)));
  }
  database.execute("PRAGMA user_version = " + std::to_string(schema_version()));
  transaction.commit();
}

Database open_events(const std::filesystem::path& file, OpenMode mode,
                     std::chrono::milliseconds busy_timeout) {
  Database database(file, mode, busy_timeout);
  migrate(database);
  return database;
}

}  // namespace events
