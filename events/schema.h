// The tables, and how an older events file becomes a current one.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "events/database.h"

namespace events {

// The newest version this program knows; kept in the file as PRAGMA user_version.
std::int64_t schema_version();

// Brings the file up to schema_version(), all or nothing; safe when two processes start at once.
// Throws Error if the file was written by a newer program.
void migrate(Database& database);

// Opens and migrates. Throws Error.
Database open_events(const std::filesystem::path& file, OpenMode mode,
                     std::chrono::milliseconds busy_timeout);

}  // namespace events
