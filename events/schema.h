// The tables, and how an older events file becomes a current one.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "events/database.h"

namespace events {

// The newest version this program knows; kept in the file as PRAGMA user_version.
std::int64_t schema_version();

// Brings a file of ours, or a new one, up to schema_version(), all or nothing; safe when two processes start
// at once. Throws Error if the file was written by a newer program.
void migrate(Database& database);

// Opens and migrates. Throws Error, also for a database that is not ours, which stays as it is; with
// OpenMode::existing also for an empty file.
Database open_events(const std::filesystem::path& file, OpenMode mode,
                     std::chrono::milliseconds busy_timeout);

// Opens a file of this version and changes nothing of it, wherever it lies. A file that the daemon has open
// is read with its log. Throws Error for everything else: no file, an empty one, a database that is not ours,
// another version.
Database open_events_to_read(const std::filesystem::path& file, std::chrono::milliseconds busy_timeout);

}  // namespace events
