#include "events/schema.h"

#include <array>
#include <string>
#include <utility>

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

Error unusable_file(const std::filesystem::path& file, std::string_view what, std::string hint) {
  return {"events file " + file.native() + ": " + std::string(what), std::move(hint)};
}

constexpr const char* kNameAnother = "name a file that firstline-searchd --events wrote";

// Throws Error unless a plain file that is not empty lies there. SQLite would make a database of an empty
// one, and wait for a pipe.
void require_content(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) throw unusable_file(file, "there is no such file", kNameAnother);
  if (!std::filesystem::is_regular_file(status))
    throw unusable_file(file, "this is no plain file", kNameAnother);
  if (std::filesystem::file_size(file, error) == 0 && !error)
    throw unusable_file(file, "the file is empty", kNameAnother);
}

// A database without anything in it is nobody's.
enum class Owner { nobody, us, others };

Owner owner_of(const Database& database) {
  Statement row = database.prepare(
      "SELECT COUNT(*), SUM(type = 'table' AND name IN ('searches', 'clicks', 'contact', 'feedback', "
      "'requests')) FROM sqlite_schema");
  row.step();
  if (row.integer(0) == 0) return Owner::nobody;
  return row.integer(1) == 5 && version_of(database) > 0 ? Owner::us : Owner::others;
}

// A newer file may have other tables: migrate() tells that, and changes nothing of it.
void require_not_others(const Database& database, const std::filesystem::path& file) {
  if (version_of(database) <= schema_version() && owner_of(database) == Owner::others)
    throw unusable_file(file, "this database is not one of events", kNameAnother);
}

void require_known(std::int64_t version) {
  if (version < 0) {
    throw Error("the events file has the version " + std::to_string(version) + ", which there never was",
                "move the file aside; a new one is made then");
  }
  if (version > schema_version()) {
    throw Error("the events file has version " + std::to_string(version) +
                    ", this program knows versions up to " + std::to_string(schema_version()),
                "update firstline, or give it another events file");
  }
}

}  // namespace

std::int64_t schema_version() { return std::ssize(kMigrations); }

void migrate(Database& database) {
  if (version_of(database) == schema_version()) return;
  Transaction transaction(database);
  const std::int64_t version = version_of(database);  // another process may just have migrated
  require_known(version);
  for (std::int64_t step = version; step < schema_version(); ++step) {
    database.execute(kMigrations.at(static_cast<std::size_t>(step)));
  }
  database.execute("PRAGMA user_version = " + std::to_string(schema_version()));
  transaction.commit();
}

Database open_events(const std::filesystem::path& file, OpenMode mode,
                     std::chrono::milliseconds busy_timeout) {
  if (mode == OpenMode::existing) require_content(file);
  std::error_code missing;
  // Looked at first: opening for writing changes the journal mode.
  if (std::filesystem::file_size(file, missing) > 0 && !missing)
    require_not_others(Database(file, OpenMode::read_only, busy_timeout), file);
  Database database(file, mode, busy_timeout);
  migrate(database);
  return database;
}

Database open_events_to_read(const std::filesystem::path& file, std::chrono::milliseconds busy_timeout) try {
  require_content(file);
  Database database(file, OpenMode::read_only, busy_timeout);
  require_not_others(database, file);
  const std::int64_t version = version_of(database);
  require_known(version);
  if (owner_of(database) == Owner::nobody)
    throw unusable_file(file, "there are no events in this database", kNameAnother);
  if (version < schema_version())
    throw unusable_file(
        file,
        "it has version " + std::to_string(version) + ", and version " + std::to_string(schema_version()) +
            " is wanted",
        "start firstline-searchd --events with the file, or with a copy of it, to bring it up to "
        "date; events from before that do not tell what can be learned");
  return database;
} catch (const DamagedError& error) {
  throw DamagedError(error.what(), kNameAnother);
}

}  // namespace events
